import type { Attention } from '@stepway/event-log';
import type { Touch } from '@stepway/platform';

export interface SweepOptions {
  /** Journeys that have waited for their run, oldest first. */
  readonly awaitingRun: (olderThanMs: number, limit: number) => Promise<readonly Attention[]>;
  readonly touch: Touch;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  readonly onTouched?: (touched: number) => void;
}

const olderThanMs = 1_000;
const batch = 200;
const atOnce = 8;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

interface Touched {
  readonly pauseMs: number;
  readonly againAt: number;
}

/**
 * Touches every journey whose run is owed for more than a second: what a recorder could not tell, because it died
 * between its commit and its touch, or because Temporal was away. A journey that was touched and still waits is given
 * time, twice as long each time: runs that fall behind must not drown in signals.
 * @returns a round; rejects with the first trouble after it has touched what it could
 */
export function createSweep({
  awaitingRun,
  touch,
  now,
  onTouched,
}: SweepOptions): (signal: AbortSignal) => Promise<void> {
  let touched = new Map<string, Touched>();
  return async (signal) => {
    // Beyond those that were touched already, so that they never hide the others.
    const waiting = await awaitingRun(olderThanMs, batch + touched.size);
    const ids = new Set(waiting.map(({ episodeId }) => episodeId));
    touched = new Map([...touched].filter(([episodeId]) => ids.has(episodeId)));
    const begun = now();
    const dueAt = (episodeId: string): number => touched.get(episodeId)?.againAt ?? 0;
    // One that was touched before stands behind those that were not: it must not keep them from theirs.
    const next = [...ids].filter((episodeId) => dueAt(episodeId) <= begun).toSorted((a, b) => dueAt(a) - dueAt(b));
    const troubles: unknown[] = [];
    for (let first = 0; first < next.length && !signal.aborted; first += atOnce) {
      const some = next.slice(first, first + atOnce);
      const outcomes = await Promise.allSettled(some.map((episodeId) => touch(episodeId)));
      for (const [index, episodeId] of some.entries()) {
        const before = touched.get(episodeId)?.pauseMs ?? firstPauseMs / 2;
        const pauseMs = outcomes[index]?.status === 'rejected' ? firstPauseMs : Math.min(longestPauseMs, before * 2);
        touched.set(episodeId, { pauseMs, againAt: now() + pauseMs });
      }
      const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
      troubles.push(...failures.map(({ reason }): unknown => reason));
      if (failures.length < some.length) onTouched?.(some.length - failures.length);
      // None of them: Temporal is away, and the others would only wait for the same answer.
      else if (some.length === atOnce) break;
    }
    if (troubles.length > 0) throw troubles[0];
  };
}
