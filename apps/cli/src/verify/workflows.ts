import { setTimeout as wait } from 'node:timers/promises';
import { episodeIdOf, episodeOfCareType, searchAttributes } from '@stepway/contracts/names';
import { due, fromMs, toMs, type Journey } from '@stepway/pathway';
import { createTemporalClient } from '@stepway/platform';
import type { Client } from '@temporalio/client';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';
import { foldedJourney, foldedJourneys } from './folded.ts';

/** What a running workflow says of itself. */
interface Running {
  readonly count: number;
  /** Until when it sleeps, in ms; undefined = until it is touched. */
  readonly waitsUntil: number | undefined;
}

/** What the log says a journey needs. */
interface Need {
  readonly workflow: boolean;
  readonly dueAt: number | undefined;
}

/**
 * I10: one open workflow for each open journey, none for others, and none sleeps longer than until what is due. What is
 * open and what is due is folded from the events.
 * @param settleMs Temporal's list follows its own truth with a delay: a difference counts if it stays so long
 */
export async function oneWorkflowEach(stack: Stack, settleMs: number): Promise<Finding> {
  const client = createTemporalClient({ ...stack.configuration.temporal, keys: stack.keys });
  try {
    const needs = await allNeeds(stack);
    const open = [...needs.values()].filter(({ workflow }) => workflow).length;
    let found = differences(needs, await runningWorkflows(client), await markedOpen(stack));
    for (const end = Date.now() + settleMs; found.size > 0 && Date.now() < end;) {
      await wait(500);
      const running = await runningWorkflows(client);
      // Looked at anew, journey by journey: what was appended meanwhile counts.
      const suspects = new Map<string, Need>();
      for (const id of found.keys()) suspects.set(id, needOf(await foldedJourney(stack, id), stack));
      const ofSuspects = new Map([...running].filter(([id]) => suspects.has(id)));
      found = differences(suspects, ofSuspects, await markedOpen(stack));
    }
    return finding('I10', 'One open workflow for each open journey, awake in time', open, [...found.values()].flat());
  } finally {
    await client.connection.close();
  }
}

async function allNeeds(stack: Stack): Promise<Map<string, Need>> {
  const needs = new Map<string, Need>();
  for await (const journey of foldedJourneys(stack)) needs.set(journey.episodeId, needOf(journey, stack));
  return needs;
}

function needOf(journey: Journey, { programmes }: Stack): Need {
  if (journey.status === 'not-opened') return { workflow: false, dueAt: undefined };
  const next = due(journey, programmes.contextFor(journey, fromMs(Date.now())));
  return {
    workflow: journey.status !== 'discharged' || next !== undefined,
    dueAt: next === undefined ? undefined : toMs(next.at),
  };
}

async function runningWorkflows(client: Client): Promise<Map<string, Running>> {
  const query = `WorkflowType = '${episodeOfCareType}' AND ExecutionStatus = 'Running'`;
  const running = new Map<string, Running>();
  for await (const { workflowId, typedSearchAttributes } of client.workflow.list({ query, pageSize: 1_000 })) {
    const episodeId = episodeIdOf(workflowId);
    if (episodeId === undefined) continue;
    const shown = typedSearchAttributes.getAll().find(({ key }) => key.name === searchAttributes.nextDue)?.value;
    const waitsUntil = shown instanceof Date ? shown.getTime() : undefined;
    running.set(episodeId, { count: (running.get(episodeId)?.count ?? 0) + 1, waitsUntil });
  }
  return running;
}

/** The journeys that the heads in the log mark as open: `recover` goes by them. */
async function markedOpen({ log }: Stack): Promise<ReadonlySet<string>> {
  const marked = new Set<string>();
  for await (const { episodeId } of log.openStreams()) marked.add(episodeId);
  return marked;
}

/** By journey: what is not as it should be. */
function differences(
  needs: ReadonlyMap<string, Need>,
  running: ReadonlyMap<string, Running>,
  marked: ReadonlySet<string>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const id of new Set([...needs.keys(), ...running.keys()])) {
    const faults = faultsOf(needs.get(id), running.get(id), marked.has(id));
    if (faults.length > 0)
      found.set(
        id,
        faults.map((fault) => `${id} ${fault}`),
      );
  }
  return found;
}

function faultsOf(need: Need | undefined, running: Running | undefined, marked: boolean): string[] {
  const faults: string[] = [];
  const open = need?.workflow === true;
  if (open && !marked) faults.push('is open and its head in the log says that it is over');
  if (open && running === undefined) faults.push('is open and has no workflow');
  if (!open && running !== undefined) faults.push('is over and still has a workflow');
  if (running !== undefined && running.count > 1) faults.push(`has ${running.count} workflows`);
  if (open && running !== undefined && sleepsTooLong(need, running))
    faults.push(`is due at ${moment(need.dueAt)} and its workflow waits ${moment(running.waitsUntil)}`);
  return faults;
}

/** What is due already is another question (I21). Temporal keeps its moments less exactly than we do. */
function sleepsTooLong({ dueAt }: Need, { waitsUntil }: Running): boolean {
  if (dueAt === undefined || dueAt <= Date.now()) return false;
  return waitsUntil === undefined || waitsUntil > dueAt + 1_000;
}

const moment = (ms: number | undefined): string => (ms === undefined ? 'for a touch' : fromMs(ms));
