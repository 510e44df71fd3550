import { fromMs } from '@stepway/pathway';
import { Restless, type Recorder } from '@stepway/event-log';
import { describeError, type Logger } from '@stepway/platform';
import type { JourneyActivities, Rest } from '@stepway/episode-of-care';
import { ApplicationFailure } from '@temporalio/common';

/**
 * What workflows may ask of the outside world. Nothing that goes wrong here ends a journey: every failure is one that
 * may be repeated, and it carries a code only, for it is kept in Temporal's history.
 */
export function createJourneyActivities(recorder: Pick<Recorder, 'run'>, logger: Logger): JourneyActivities {
  return {
    advance: async ({ episodeId, now }): Promise<Rest> => {
      try {
        const { over, due, cause } = await recorder.run({ episodeId, now: fromMs(now) });
        return due === undefined ? { over } : { over, due: { at: due, cause: cause ?? 'now' } };
      } catch (error) {
        if (error instanceof Restless) return alarm(logger, episodeId, error);
        logger.warn({ err: error, episodeId }, 'a run failed and will be repeated');
        const { type, code } = describeError(error);
        throw ApplicationFailure.retryable('the run failed', code ?? type);
      }
    },
  };
}

/** The rules go round in circles: nothing was written, and only a touch makes sense of another try. */
function alarm(logger: Logger, episodeId: string, error: Restless): Rest {
  logger.error({ err: error, episodeId, code: error.code }, 'the rules of a journey do not come to rest');
  return { over: false };
}
