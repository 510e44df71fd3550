import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bareQueue, bareSignal, bareType, type Ran } from './bare-names.ts';
import { startChild } from './child.ts';

/** The least that Temporal can do for a journey: a signal wakes its workflow, which runs one empty local activity. */
export interface BareEngine {
  /** Starts a workflow; resolves when its local activity has run and it sleeps. */
  start(id: string): Promise<void>;
  /** `signalWithStart`; resolves when the local activity has run. */
  signal(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param address of the Temporal server: the one that runs the journeys */
export async function startBareEngine(address: string): Promise<BareEngine> {
  const worker = await startChild(join(import.meta.dirname, 'bare-worker.js'), [address]);
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const waiting = new Map<string, () => void>();
  worker.process.on('message', ({ ran }: Ran) => {
    waiting.get(ran)?.();
    waiting.delete(ran);
  });
  const untilRun = async (id: string, ask: () => Promise<unknown>): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(id, resolve);
    await ask();
    await promise;
  };
  const options = (id: string) => ({ workflowId: `bare-${id}`, taskQueue: bareQueue, args: [id] });
  return {
    start: (id) => untilRun(id, () => client.workflow.start(bareType, options(id))),
    signal: (id) =>
      untilRun(id, () => client.workflow.signalWithStart(bareType, { ...options(id), signal: bareSignal })),
    stop: async () => {
      await worker.stop();
      await connection.close();
    },
  };
}
