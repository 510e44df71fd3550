import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { episodeIdOf, episodeOfCareType } from '@stepway/contracts/names';
import type { Touch } from './touch.ts';

export interface ReconcileOptions {
  /** The journeys that need a workflow, by the log: not discharged, something due, or a run owed. */
  readonly open: AsyncIterable<{ readonly episodeId: string }>;
  readonly client: Client;
  readonly touch: Touch;
  /** Touches in a second. Default 100: each wakes a workflow, and the clinic's own work goes on. */
  readonly perSecond?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (reconciled: Reconciled) => void;
}

export interface Reconciled {
  /** Journeys that need a workflow. */
  readonly open: number;
  /** Of these, started because Temporal had none. */
  readonly started: number;
  /** Workflows that run for journeys that need none: touched, so that they look and end. */
  readonly ended: number;
}

/**
 * Makes Temporal agree with the log: one open workflow for each open journey, none for others. The log has the word;
 * whatever Temporal forgot, also all of it, comes back. May be repeated at any time.
 */
export async function reconcile(options: ReconcileOptions): Promise<Reconciled> {
  const { client, touch, perSecond = 100, signal, onProgress } = options;
  const running = await runningEpisodes(client);
  const needed = new Set<string>();
  const done = { open: 0, started: 0, ended: 0 };
  const send = spread(touch, perSecond, signal);
  for await (const { episodeId } of options.open) {
    signal?.throwIfAborted();
    needed.add(episodeId);
    done.open += 1;
    if (running.has(episodeId)) continue;
    await send(episodeId);
    done.started += 1;
    onProgress?.(done);
  }
  for (const episodeId of running) {
    if (needed.has(episodeId)) continue;
    await send(episodeId);
    done.ended += 1;
    onProgress?.(done);
  }
  await send.last();
  return done;
}

/** By Temporal's list, which lags a little: a touch too many does no harm. */
async function runningEpisodes(client: Client): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  const query = `WorkflowType = '${episodeOfCareType}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) {
    const episodeId = episodeIdOf(workflowId);
    if (episodeId !== undefined) running.add(episodeId);
  }
  return running;
}

interface Spread {
  (episodeId: string): Promise<void>;
  /** Waits for what is under way; rejects with the first trouble, after all others were touched. */
  last(): Promise<void>;
}

/**
 * A few touches at a time, never more in a second than told. One that fails keeps no other from its own; when a whole
 * group fails, Temporal is away, and it rejects.
 */
function spread(touch: Touch, perSecond: number, signal: AbortSignal | undefined): Spread {
  const atOnce = 8;
  const troubles: unknown[] = [];
  let underWay: Promise<void>[] = [];
  const settle = async (): Promise<void> => {
    const outcomes = await Promise.allSettled(underWay);
    underWay = [];
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
    troubles.push(...failures.map(({ reason }): unknown => reason));
    if (failures.length === atOnce) throw troubles[0];
  };
  const last = async (): Promise<void> => {
    await settle();
    if (troubles.length > 0) throw troubles[0];
  };
  const send = async (episodeId: string): Promise<void> => {
    const touching = touch(episodeId);
    touching.catch(() => {}); // `settle` looks at it
    underWay.push(touching);
    if (underWay.length < atOnce) return;
    await Promise.all([
      settle(),
      pause((atOnce * 1_000) / perSecond, undefined, signal === undefined ? {} : { signal }),
    ]);
  };
  return Object.assign(send, { last });
}
