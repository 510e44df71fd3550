import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { episodeOfCareType, episodesTaskQueue, touchSignal, workflowIdOf } from '@stepway/contracts/names';
import type { JourneyActivities } from '@stepway/episode-of-care';
import { createDataConverter } from '@stepway/platform';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startTemporal } from '../../infra/servers/temporal.mjs';
import { replayKeys } from './replay-keys.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { workflowCode } from './workflow-code.ts';

// Records the synthetic journeys of scenarios.ts on a real server, as histories/<version>/<scenario>[.<run>].json:
//   node --conditions=@stepway/source test/replay/record.ts <version>
// A version is recorded once, when it goes live, and stays: code of later versions must replay it for ever.
const [version] = process.argv.slice(2);
if (version === undefined || !/^v\d+$/.test(version)) throw new Error('Which version? For example: record.ts v2');
const folder = join(import.meta.dirname, 'histories', version);
mkdirSync(folder); // fails if it was recorded before

Runtime.install({ logger: new DefaultLogger('ERROR') });
const identity = 'recorder'; // not the name of whoever records
const dir = mkdtempSync(join(tmpdir(), 'record-'));
const server = await startTemporal({ dir });
const [connection, native, code] = await Promise.all([
  Connection.connect({ address: server.address }),
  NativeConnection.connect({ address: server.address }),
  workflowCode(),
]);
const dataConverter = createDataConverter(replayKeys);
const client = new Client({ connection, dataConverter, identity });

interface Progress {
  began: number;
  ended: number;
}
const stories = new Map<string, Scenario & { readonly progress: Progress }>(
  scenarios.map((scenario) => [scenario.name, { ...scenario, progress: { began: 0, ended: 0 } }]),
);

const activities: JourneyActivities = {
  advance: async ({ episodeId, now }) => {
    const story = stories.get(episodeId);
    if (story === undefined) throw new Error(`No story of ${episodeId}`);
    const answer = story.answers[story.progress.began] ?? story.answers.at(-1);
    story.progress.began += 1;
    try {
      return (await answer?.(now)) ?? { over: true };
    } finally {
      story.progress.ended += 1;
    }
  },
};

async function touch(episodeId: string): Promise<void> {
  await client.workflow.signalWithStart(episodeOfCareType, {
    workflowId: workflowIdOf(episodeId),
    taskQueue: episodesTaskQueue,
    args: [{ episodeId }],
    signal: touchSignal,
    signalArgs: [],
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10);
}

async function live({ name, touches, runs }: Scenario): Promise<void> {
  const progress = stories.get(name)?.progress ?? { began: 0, ended: 0 };
  await touch(name);
  for (const moment of touches) {
    await until(() => ('after' in moment ? progress.ended >= moment.after : progress.began >= moment.during));
    await touch(name);
  }
  await until(() => progress.ended >= runs);
  await until(() => hasSettled(name));
}

/** Nothing is under way: what its last run led to stands in the history. */
async function hasSettled(name: string): Promise<boolean> {
  const { raw } = await client.workflow.getHandle(workflowIdOf(name)).describe();
  return raw.pendingWorkflowTask === null || raw.pendingWorkflowTask === undefined;
}

async function keep(name: string): Promise<number> {
  const runs = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowIdOf(name)}'` }))
    runs.push(runId);
  for (const [index, runId] of runs.toReversed().entries()) {
    const history = await client.workflow.getHandle(workflowIdOf(name), runId).fetchHistory();
    const file = runs.length === 1 ? `${name}.json` : `${name}.${index + 1}.json`;
    writeFileSync(join(folder, file), `${historyToJSON(history)}\n`);
  }
  return runs.length;
}

const worker = await Worker.create({
  connection: native,
  identity,
  taskQueue: episodesTaskQueue,
  workflowBundle: { code },
  activities: { advance: activities.advance },
  dataConverter,
});
await worker.runUntil(async () => {
  await Promise.all(scenarios.map(live));
  await pause(1_500); // Temporal's list is a little behind; this is a tool, not a test
});
for (const { name } of scenarios) console.error(`${name}: ${await keep(name)} run(s)`);
await Promise.all([connection.close(), native.close()]);
await server.stop();
rmSync(dir, { recursive: true });
