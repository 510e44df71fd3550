import { randomUUID } from 'node:crypto';
import { episodeOfCareType, episodesTaskQueue, touchSignal, workflowIdOf } from '@stepway/contracts/names';
import { openEventLog, type EventLog } from '@stepway/event-log';
import { fromMs, plusDays, plusHours, toMs, type Instant } from '@stepway/pathway';
import { beginningAt, history, settingOf, stepOf, type Deed } from '@stepway/pathway/specs';
import { freshDatabase } from '@stepway/test-support';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import fc from 'fast-check';
import { bundleFromSource } from '../specs/bundle-from-source.ts';
import { LivedJourney } from '../specs/lived-journey.ts';
import { silentLogger } from '../specs/silent-logger.ts';
import { timeSkippingEnvironment } from '../specs/time-skipping.ts';
import { until } from '../specs/until.ts';
import { installRuntime } from '../temporal-runtime.ts';

installRuntime(silentLogger);

// More or other journeys: STEPWAY_WORKFLOW_JOURNEYS, STEPWAY_PROPERTY_SEED.
const journeys = Number(process.env['STEPWAY_WORKFLOW_JOURNEYS'] ?? 12);
const seed = Number(process.env['STEPWAY_PROPERTY_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

/** Long ones: a short journey meets few deadlines. */
const histories = fc
  .sample(history, { numRuns: journeys * 10, seed })
  .filter(({ deeds }) => deeds.length >= 20)
  .slice(0, journeys);

/** How the workflow comes to know of a fact: at once, more than once, hours late, or only when the sweeper finds it. */
const touching = ['once', 'twice', 'late', 'by the sweeper'] as const;
type Touching = (typeof touching)[number];
const hoursLate: Readonly<Record<Touching, number>> = { once: 0, twice: 0, late: 7, 'by the sweeper': 30 };

interface Moment {
  readonly at: Instant;
  readonly life: Life;
  readonly deed?: Deed;
}
interface Life {
  readonly lived: LivedJourney;
  readonly touching: Touching;
  readonly name: string;
}

let environment: TestWorkflowEnvironment;
let workflowBundle: WorkflowBundleWithSourceMap;
let log: EventLog;
const lives: Life[] = [];

beforeAll(async () => {
  const [bundle, skipping, database] = await Promise.all([
    bundleFromSource(),
    timeSkippingEnvironment(),
    freshDatabase(),
  ]);
  // It begins a new run of itself at every other point, not only after months.
  const everyPoint = bundle.code.replace(/eventsPerRun = 300/, 'eventsPerRun = 12');
  expect(everyPoint).not.toBe(bundle.code);
  workflowBundle = { ...bundle, code: everyPoint };
  environment = skipping;
  log = openEventLog({ connectionString: database.url });
  await live();
}, 600_000);
afterAll(async () => {
  await environment.teardown();
  await log.close();
});

/** All journeys live through the same year and a half, side by side: one clock jumps from moment to moment. */
async function live(): Promise<void> {
  const start = fromMs(await environment.currentTimeMs());
  const moments = histories.flatMap(({ deeds, ...named }, index) => {
    const lived = new LivedJourney(randomUUID(), log, settingOf(named));
    const way = touching[index % touching.length] ?? 'once';
    const life = { lived, touching: way, name: `journey ${index}, touched ${way}` };
    lives.push(life);
    let at = plusHours(start, 1);
    return deeds.map((deed): Moment => {
      at = plusHours(at, deed.afterHours);
      return { at, life, deed };
    });
  });
  const byId = new Map(lives.map(({ lived }) => [lived.episodeId, lived]));
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: episodesTaskQueue,
    workflowBundle,
    activities: {
      advance: (request: Parameters<LivedJourney['advance']>[0]) => byId.get(request.episodeId)?.advance(request),
    },
  });
  await worker.runUntil(async () => {
    for (const [index, life] of lives.entries()) await begin(life, start, index);
    const ordered = moments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const moment of ordered) await happen(moment);
    await reach(plusDays(fromMs(await environment.currentTimeMs()), 400));
    for (const life of lives) await touch(life);
    for (const life of lives) await settled(life);
  });
}

async function begin(life: Life, start: Instant, index: number): Promise<void> {
  const { entry = 'iop' } = histories[index] ?? {};
  for (const command of beginningAt(entry, start))
    await life.lived.record('patientId' in command ? { ...command, patientId: randomUUID() } : command, start);
  await touch(life);
  await settled(life);
}

async function happen({ at, life, deed }: Moment): Promise<void> {
  if (deed === undefined) return;
  const now = await reach(at);
  if (hoursLate[life.touching] === 0) await settled(life);
  const step = stepOf(deed, await life.lived.journey(), now);
  if (step.type === 'TimePasses') return;
  await life.lived.record(
    'specimenId' in step ? { ...step, specimenId: ownSpecimen(step.specimenId, life) } : step,
    now,
  );
  if (hoursLate[life.touching] > 0) await reach(plusHours(now, hoursLate[life.touching]));
  await touch(life);
  if (life.touching === 'twice') await touch(life);
  await settled(life);
}

/** A specimen belongs to one person: those of different journeys must not share a name. */
const ownSpecimen = (specimenId: string, { lived }: Life): string =>
  /^S-\d+$/.test(specimenId) ? `${specimenId}-${lived.episodeId.slice(0, 8)}` : specimenId;

async function reach(at: Instant): Promise<Instant> {
  const now = await environment.currentTimeMs();
  if (toMs(at) > now) await environment.sleep(toMs(at) - now);
  return fromMs(Math.max(toMs(at), await environment.currentTimeMs()));
}

async function touch({ lived: { episodeId } }: Life): Promise<void> {
  await environment.client.workflow.signalWithStart(episodeOfCareType, {
    workflowId: workflowIdOf(episodeId),
    taskQueue: episodesTaskQueue,
    args: [{ episodeId }],
    signal: touchSignal,
    signalArgs: [],
  });
}

/** At rest: nothing is owed at this moment. The spec's own time ends the waiting. */
const settled = async ({ lived }: Life): Promise<true> =>
  until(async () => {
    const dueAt = await lived.due();
    return dueAt === undefined || toMs(dueAt) > (await environment.currentTimeMs()) ? true : undefined;
  });

describe(`${histories.length} journeys of generated commands, run by their workflow (seed ${seed})`, () => {
  it('have the log that the pure functions alone give, event for event', async () => {
    let events = 0;
    for (const { lived, name } of lives) {
      const stored = (await log.readStream(lived.episodeId)).events;
      expect({ name, events: stored }).toEqual({ name, events: lived.byTheRules() });
      events += stored.length;
    }
    expect(events).toBeGreaterThan(journeys * 30);
  });

  it('miss no deadline when they are touched in time', () => {
    const inTime = lives.filter((life) => hoursLate[life.touching] === 0);
    const late = inTime.flatMap(({ lived }) => lived.lateness());
    expect(late.length).toBeGreaterThan(inTime.length * 5);
    expect(Math.max(...late)).toBeLessThan(60_000);
  });

  it('are owed nothing that has come due, at the end', async () => {
    const now = fromMs(await environment.currentTimeMs());
    for (const { lived } of lives) expect(((await lived.due()) ?? 'never') > now).toBe(true);
  });

  it('began new runs of their workflow on the way', async () => {
    const described = await Promise.all(
      lives.map(({ lived }) => environment.client.workflow.getHandle(workflowIdOf(lived.episodeId)).describe()),
    );
    // One that was over and came back began afresh: of the others, most have rolled over.
    expect(described.some(({ runId, raw }) => raw.workflowExecutionInfo?.firstRunId !== runId)).toBe(true);
    expect(Math.max(...described.map(({ historyLength }) => historyLength))).toBeLessThan(60);
  });
});
