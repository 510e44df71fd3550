import { readFileSync } from 'node:fs';
import { readProgramme } from '../read.ts';
import { SiteFile } from '../site.ts';
import { faultsOf } from '../../faults.ts';

export const shipped = (name: string): unknown => JSON.parse(readFileSync(`libs/pathway/programmes/${name}`, 'utf8'));

/** A change to a file: what stands at the pointer becomes this, or is taken away. */
export type Changes = Readonly<Record<string, unknown>>;
export const takenAway = undefined;

/** What the validator says of a shipped programme with these changes, one line each. */
export function faultsIn(name: string, changes: Changes): readonly string[] {
  const read = readProgramme(changed(shipped(name), changes));
  return 'faults' in read ? read.faults.map(({ pointer, message }) => `${pointer}: ${message}`) : [];
}

/** The same of the sites. */
export function faultsInSites(changes: Changes): readonly string[] {
  const parsed = SiteFile.safeParse(changed(shipped('sites.json'), changes));
  return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer, message }) => `${pointer}: ${message}`);
}

/** A copy with the changes in it. */
export function changed(content: unknown, changes: Changes): unknown {
  const copy: unknown = structuredClone(content);
  for (const [pointer, value] of Object.entries(changes)) {
    const parts = pointer.split('/').slice(1);
    const last = parts.pop() ?? '';
    const holder = parts.reduce<unknown>((at, part) => record(at)[part], copy);
    if (value === takenAway) delete record(holder)[last];
    else record(holder)[last] = value;
  }
  return copy;
}

function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error('The pointer of a change leads nowhere');
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
