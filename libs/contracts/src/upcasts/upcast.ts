import type { EventType } from '@stepway/pathway';
import { upcasts, type Upcasts } from './upcasts.ts';

/** Written by a newer build, or by nobody: an older program must not guess. */
export class VersionUnknown extends Error {
  readonly code = 'VERSION_UNKNOWN';
  constructor(type: EventType, version: number, newest: number) {
    super(`Version ${version} of ${type} is not known; the newest here is ${newest}`);
    this.name = 'VersionUnknown';
  }
}

/** The version in which this build writes events of a type. */
export const versionOf = (type: EventType, chains: Upcasts = upcasts): number => (chains[type]?.length ?? 0) + 1;

/**
 * The data of an event of any version in today's shape; as it came where it is of today's version.
 * @throws VersionUnknown
 */
export function upcast(
  { type, version, data }: { readonly type: EventType; readonly version: number; readonly data: unknown },
  chains: Upcasts = upcasts,
): unknown {
  const newest = versionOf(type, chains);
  if (version === newest) return data;
  if (!Number.isSafeInteger(version) || version < 1 || version > newest)
    throw new VersionUnknown(type, version, newest);
  return (chains[type] ?? [])
    .slice(version - 1)
    .reduce<Readonly<Record<string, unknown>>>((older, { up }) => up(older), Object(data));
}
