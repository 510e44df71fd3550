import type { EventLog } from '@stepway/event-log';
import type { Logger } from '@stepway/platform';
import { parkedJourneys, readLagMs } from '@stepway/read-models';
import type pg from 'pg';
import type { ApiMetrics } from './api-metrics.ts';

export interface Lag {
  /** How far the read models are behind the log, in ms. */
  readonly readMs: number;
  /** How long the oldest run has been owed, in ms. */
  readonly runMs: number;
}

export interface LagWatch {
  /** As last measured. */
  readonly current: Lag;
  stop(): void;
}

const everyMs = 500;

/** Measures both lags twice a second, for headers, the board's badge and the slowing of machine-fed facts. */
export function watchLag({
  pool,
  log,
  logger,
  metrics,
}: {
  readonly pool: pg.Pool;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly metrics: ApiMetrics;
}): LagWatch {
  let current: Lag = { readMs: 0, runMs: 0 };
  let measuredAt = Date.now();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const measure = async (): Promise<void> => {
    try {
      const [readMs, runMs, parked, writerMs] = await Promise.all([
        readLagMs(pool),
        log.runLagMs(),
        parkedJourneys(pool),
        log.oldestWriterMs(),
      ]);
      metrics.parked.set(parked);
      metrics.oldestWriter.set(writerMs / 1_000);
      current = { readMs: Math.round(readMs), runMs: Math.round(runMs) };
      measuredAt = Date.now();
    } catch (error) {
      // While nothing can be measured, everything only gets older.
      const since = Date.now() - measuredAt;
      measuredAt = Date.now();
      current = { readMs: current.readMs + since, runMs: current.runMs + since };
      logger.debug({ err: error }, 'the lag could not be measured');
    }
    metrics.readLag.set(current.readMs / 1_000);
    metrics.runLag.set(current.runMs / 1_000);
    if (!stopped) timer = setTimeout(() => void measure(), everyMs).unref();
  };
  void measure();

  return {
    get current() {
      return current;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
