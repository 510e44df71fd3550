import { readProgramme, type PublishedProgramme } from '@stepway/contracts';
import type { Programme } from './programme.ts';

/**
 * The rules of each version. A file of the first format is read beside the later versions of its programme, as the
 * programs read it; one that this page does not understand is left out.
 */
export function readVersions(published: readonly PublishedProgramme[]): ReadonlyMap<number, Programme> {
  const read = new Map<number, Programme>();
  for (const { version, content } of published.toSorted((a, b) => b.version - a.version)) {
    const one = readProgramme(content, [...read.values()]);
    if ('programme' in one) read.set(version, one.programme);
  }
  return read;
}
