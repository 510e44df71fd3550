import type { Logger, Touch } from '@stepway/platform';
import type { ApiMetrics } from '../operations/api-metrics.ts';

/** So many touches wait for Temporal at a time. More would only fill memory while it is away: the sweeper repeats. */
const mostAtATime = 200;

export interface Touches {
  /** Tells a journey's workflow that a run is owed. Never waits and never throws. */
  send(episodeId: string): void;
  /** When all that were sent have ended, one way or the other. */
  settled(): Promise<void>;
}

/** Touches after commits: several for one journey that come while one is on its way become one more. */
export function createTouches({
  touch,
  logger,
  metrics,
}: {
  readonly touch: Touch;
  readonly logger: Logger;
  readonly metrics: ApiMetrics;
}): Touches {
  const underWay = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  let failing = false;

  const deliver = async (episodeId: string): Promise<void> => {
    for (;;) {
      try {
        await touch(episodeId);
        failing = false;
      } catch (error) {
        metrics.touches.inc({ outcome: 'failed' });
        if (!failing) logger.warn({ err: error, episodeId }, 'a touch failed; the sweeper repeats it');
        failing = true; // one line for an outage, not one for each command
        break;
      }
      metrics.touches.inc({ outcome: 'sent' });
      const mine = underWay.get(episodeId);
      if (mine?.again !== true) break;
      mine.again = false;
    }
    underWay.delete(episodeId);
  };

  return {
    send: (episodeId) => {
      const known = underWay.get(episodeId);
      if (known !== undefined) {
        known.again = true;
        return;
      }
      if (underWay.size >= mostAtATime) {
        metrics.touches.inc({ outcome: 'left-to-sweeper' });
        return;
      }
      // Entered first: a touch that ends at once removes it again.
      const { promise: done, resolve } = Promise.withResolvers<void>();
      underWay.set(episodeId, { again: false, done });
      void deliver(episodeId).then(resolve);
    },
    settled: async () => {
      await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}
