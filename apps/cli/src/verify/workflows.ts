import { setTimeout as wait } from 'node:timers/promises';
import { episodeIdOf, episodeOfCareType } from '@stepway/contracts/names';
import { createTemporalClient } from '@stepway/platform';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** Temporal's list of workflows follows its own truth with a delay; a difference counts if it stays this long. */
const settleMs = 15_000;

/** I10: one open workflow for each open journey, none for others. */
export async function oneWorkflowEach({ configuration, keys, log }: Stack): Promise<Finding> {
  const client = createTemporalClient({ ...configuration.temporal, keys });
  const differences = async () => {
    const open = new Set<string>();
    for await (const { episodeId } of log.openStreams()) open.add(episodeId);
    const query = `WorkflowType = '${episodeOfCareType}' AND ExecutionStatus = 'Running'`;
    const running = new Map<string, number>();
    for await (const { workflowId } of client.workflow.list({ query, pageSize: 1_000 })) {
      const episodeId = episodeIdOf(workflowId);
      if (episodeId !== undefined) running.set(episodeId, (running.get(episodeId) ?? 0) + 1);
    }
    const breaches = [
      ...[...open].filter((id) => !running.has(id)).map((id) => `${id} is open and has no workflow`),
      ...[...running].filter(([id]) => !open.has(id)).map(([id]) => `${id} is over and still has a workflow`),
      ...[...running].filter(([, count]) => count > 1).map(([id, count]) => `${id} has ${count} workflows`),
    ];
    return { checked: open.size, breaches };
  };
  try {
    let found = await differences();
    for (const end = Date.now() + settleMs; found.breaches.length > 0 && Date.now() < end;) {
      await wait(500);
      found = await differences();
    }
    return finding('I10', 'One open workflow for each open journey', found.checked, found.breaches);
  } finally {
    await client.connection.close();
  }
}
