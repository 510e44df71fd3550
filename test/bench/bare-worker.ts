import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { bareQueue, type Ran } from './bare-names.ts';

// A program of its own, as Stepway's worker is, and set as that one is:
//   node bare-worker.js <address of Temporal>
const [address] = process.argv.slice(2);
if (address === undefined) throw new Error('bare-worker.js <address>');
const logger = new DefaultLogger('WARN');
Runtime.install({ shutdownSignals: [], logger });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: join(import.meta.dirname, 'bare-workflow.js'),
  logger,
});
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  taskQueue: bareQueue,
  workflowBundle,
  activities: {
    ran: async (id: string): Promise<void> => {
      const message: Ran = { ran: id };
      process.send?.(message);
    },
  },
  maxCachedWorkflows: 500,
  maxConcurrentWorkflowTaskExecutions: 16,
  maxConcurrentLocalActivityExecutions: 10,
  workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
  enableNonLocalActivities: false,
});
// Ends with the bench, however that ends.
process.once('disconnect', () => worker.shutdown());
process.send?.('ready');
await worker.run();
await connection.close();
