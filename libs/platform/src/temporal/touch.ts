import type { Client } from '@temporalio/client';
import { episodeOfCareType, episodesTaskQueue, touchSignal, workflowIdOf } from '@stepway/contracts/names';

/**
 * Tells a journey that something was recorded, and starts its workflow if it sleeps no more or never ran. It may be
 * called at any time, twice, or late: one more round finds nothing to do. Rejects after 5 s without an answer; the
 * sweeper of the worker then repeats it, so a recorder only logs it.
 */
export type Touch = (episodeId: string) => Promise<void>;

export function createTouch(client: Client): Touch {
  return async (episodeId) => {
    await client.connection.withDeadline(Date.now() + 5_000, () =>
      client.workflow.signalWithStart(episodeOfCareType, {
        workflowId: workflowIdOf(episodeId),
        taskQueue: episodesTaskQueue,
        args: [{ episodeId }],
        signal: touchSignal,
        signalArgs: [],
        // A journey that ended starts again; one that runs is only touched. No time-out and no retry: a journey
        // lasts as long as it lasts, and nothing but its own end may close it.
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  };
}
