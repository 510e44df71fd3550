import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '@stepway/event-log';
import type { CareEvent } from '@stepway/pathway';

/** Looked at often at first: most runs are made within some tens of milliseconds. */
const pausesMs = [5, 5, 10, 10, 20, 20, 30, 50];

/**
 * Waits until a journey owes no run, at most so long.
 * @returns whether it came to rest, and what was recorded after `version` until then
 */
export async function untilAtRest(
  log: EventLog,
  { episodeId, version, waitMs }: { readonly episodeId: string; readonly version: number; readonly waitMs: number },
): Promise<{ readonly settled: boolean; readonly later: readonly CareEvent[] }> {
  const until = performance.now() + waitMs;
  for (let round = 0; ; round += 1) {
    const stream = await log.stream(episodeId);
    const settled = stream?.attention === undefined;
    const left = until - performance.now();
    if (settled || left <= 0) {
      const moved = stream !== undefined && stream.version > version;
      const later = moved ? (await log.readStream(episodeId, { version, hash: Buffer.alloc(0) })).events : [];
      return { settled, later };
    }
    await pause(Math.min(left, pausesMs[round] ?? 100));
  }
}
