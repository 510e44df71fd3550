import { journeyVersion } from '../journey/query.ts';
import type { Database } from '../table.ts';
import type { ReadDoorbell } from './doorbell.ts';

/**
 * Waits until the tables have a journey at a version, for one who has just written: no polling, the doorbell tells.
 * @returns whether they have it; false after `timeoutMs` (say so to the reader: `Stepway-Stale: true`)
 */
export async function waitForVersion(
  database: Database,
  doorbell: ReadDoorbell,
  {
    episodeId,
    version,
    timeoutMs,
  }: { readonly episodeId: string; readonly version: number; readonly timeoutMs: number },
): Promise<boolean> {
  const reached = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => reached.resolve(false), timeoutMs);
  const ask = (): void => {
    journeyVersion(database, episodeId).then((found) => {
      if (found >= version) reached.resolve(true);
    }, reached.reject);
  };
  // Listening begins before the first question: a change between the two must be heard.
  const deaf = [
    doorbell.onHearing(ask),
    doorbell.onChange(({ episodes }) => {
      if (episodes === undefined) ask();
      else if (episodes.some(([id, at]) => id === episodeId && at >= version)) reached.resolve(true);
    }),
  ];
  ask();
  try {
    return await reached.promise;
  } finally {
    clearTimeout(timer);
    for (const end of deaf) end();
  }
}
