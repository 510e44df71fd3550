import type { CareEvent } from '@stepway/pathway';

/** So many are being read while one is folded. */
const ahead = 8;

/**
 * The streams of journeys in the order of their ids. Reading and folding go on side by side: the database is never idle
 * while a journey is folded.
 * @param wanted how many are wanted from here on, at most; default: all
 */
export async function* streamsOf(
  ids: readonly string[],
  readEvents: (episodeId: string) => Promise<readonly CareEvent[]>,
  wanted: () => number = () => ids.length,
): AsyncGenerator<readonly CareEvent[]> {
  const reading: Promise<readonly CareEvent[]>[] = [];
  let next = 0;
  while (reading.length > 0 || next < ids.length) {
    while (reading.length < Math.min(ahead, Math.max(1, wanted())) && next < ids.length) {
      const stream = readEvents(ids[next++] ?? '');
      // Who stops early leaves some behind: what they could not read concerns nobody.
      stream.catch(() => undefined);
      reading.push(stream);
    }
    const first = reading.shift();
    if (first !== undefined) yield await first;
  }
}
