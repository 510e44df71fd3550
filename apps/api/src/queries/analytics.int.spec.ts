import { queryRoutes, type QueryAnswer, type QueryName } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { rebuild, type ReadModelName } from '@stepway/read-models';
import pg from 'pg';
import { Lives } from '../testing/analytics-lives.ts';
import { livesOfThirty } from '../testing/lives-of-thirty.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let lives: Lives;
const now = Date.now();
/** Who took a test that was positive, and was seen in an emergency. */
let tested: string;

beforeAll(async () => {
  api = await runApi();
  lives = new Lives(api, now);
  tested = await livesOfThirty(api, lives);
  for (const episodeId of journeys()) await settle(episodeId);
}, 120_000);
afterAll(() => api.stop());

const journeys = (): readonly string[] => lives.ids.filter((_, index) => index % 2 === 0);
async function settle(episodeId: string): Promise<void> {
  await api.resources.recorder.run({ episodeId, now: new Date().toISOString() });
  await api.project(episodeId);
}

type Name = Extract<QueryName, `analytics${string}`>;
const names = (Object.keys(queryRoutes) as QueryName[]).filter((name): name is Name => name.startsWith('analytics'));
const period = `from=${new Date(now - 300 * 86_400_000).toISOString().slice(0, 10)}`;

async function ask<One extends Name>(name: One, role: Role = 'medical-director', sites = ['main']) {
  const authorization = `Bearer ${await api.token(role, { sites })}`;
  const { status, body } = await api.send('GET', `${queryRoutes[name].path}?${period}`, { authorization });
  expect([name, status]).toEqual([name, 200]);
  return queryRoutes[name].answer.parse(body) as QueryAnswer<One>;
}

const of = <Row extends object>(rows: readonly Row[], key: keyof Row, value: unknown): Row | undefined =>
  rows.find((row) => row[key] === value);

describe('what analytics answers of thirty people', () => {
  it('is how many were at each level, and who waits', async () => {
    const { levels, waiting, days } = await ask('analyticsCensus');
    expect(of(levels, 'level', 'iop')?.people.at(-1)).toBe(16);
    expect(of(levels, 'level', 'residential')?.people.at(-1)).toBe(0);
    expect([waiting.at(-1), days.length]).toEqual([1, waiting.length]);
    expect(Math.max(...(of(levels, 'level', 'residential')?.people ?? []).map(Number))).toBe(2);
  });

  it('is how long they stayed', async () => {
    const { levels } = await ask('analyticsLengthOfStay');
    expect(of(levels, 'level', 'residential')).toMatchObject({ ended: 2, open: 0, days: { median: 36.5, p25: 34.8 } });
    expect(of(levels, 'level', 'iop')).toMatchObject({ ended: 14, open: 16, days: { median: 50 } });
  });

  it('is where stays led, and how often people moved', async () => {
    const { admitted, ways, flows, rates } = await ask('analyticsTransitions');
    expect(admitted).toBe(30);
    expect(of(ways, 'level', 'residential')).toMatchObject({
      ...{ stays: 2, out: [], to: [{ level: 'iop', kind: 'step-down', count: 2 }] },
    });
    expect(flows.filter(({ step }) => step === 0).map(({ to, kind, count }) => [to, kind, count])).toEqual([
      ['iop', 'admission', 27],
      ['residential', 'admission', 2],
      ['iop', 're-entry', 1],
    ]);
    expect(flows.filter(({ step, from }) => step === 1 && from === 'iop').map(({ to, count }) => [to, count])).toEqual([
      ['still-here', 16],
      ['completed', 10],
      ['dropped-out', 2],
    ]);
    expect(of(rates, 'level', 'iop')).toEqual({
      ...{ level: 'iop', patientWeeks: 251.4, stepUps: 1, stepDowns: 0, overrides: 0 },
    });
    expect(of(rates, 'level', 'residential')).toEqual({
      ...{ level: 'residential', patientWeeks: 10.4, stepUps: 0, stepDowns: 2, overrides: 2 },
    });
  });

  it('is how many were kept: 27 of 28 after the first left on day 10, and of 26 one less on day 45', async () => {
    const { curves } = await ask('analyticsRetention');
    const iop = of(curves, 'entry', 'iop');
    expect(iop?.people).toBe(28);
    const kept = (day: number) => iop?.points.findLast((point) => point.day <= day)?.kept;
    expect(kept(9)).toBe(1);
    expect(kept(10)).toBeCloseTo(27 / 28);
    expect(kept(45)).toBeCloseTo(((27 / 28) * 25) / 26);
    expect(of(curves, 'entry', 'residential')?.points.findLast(({ day }) => day <= 50)?.kept).toBe(0.5);
  });

  it('is how care ended', async () => {
    const { levels } = await ask('analyticsCompletion');
    const iop = of(levels, 'level', 'iop');
    expect(iop?.reasons).toEqual([
      { reason: 'completed', count: 11 },
      { reason: 'dropped-out', count: 3 },
    ]);
    expect([iop?.stays, iop?.moved, of(levels, 'level', 'residential')?.moved]).toEqual([14, 0, 2]);
  });

  it('is how soon they were seen, and who came back', async () => {
    const { groups } = await ask('analyticsHandOffs');
    expect(of(groups, 'group', 'after-24-hour-level')).toMatchObject({
      // Told afterwards: the moves came on record when the people had been seen.
      ...{ started: 2, within7: 2, days8To14: 0, later: 0, notSeen: 0, early: 0, medianDays: 0 },
    });
    expect(of(groups, 'group', 'step-up')).toMatchObject({ started: 1, within7: 0, early: 1, medianDays: null });
    expect((await ask('analyticsReadmission')).levels).toEqual([
      { level: 'iop', of: 3, early: 11, within30: 1, days31To90: 1, notReturned: 1 },
    ]);
  });

  it('is what tests meant, one missed beside them', async () => {
    const { weeks, classes, valid } = await ask('analyticsDrugTests');
    const sum = (part: 'negative' | 'unexpected' | 'missed') =>
      weeks.reduce((total, week) => total + (week[part] ?? 0), 0);
    expect([valid, sum('negative'), sum('unexpected'), sum('missed')]).toEqual([13, 12, 1, 1]);
    expect(classes).toEqual([{ drugClass: 'cocaine', count: 1 }]);
  });

  it('is how far they came, and what the measures count', async () => {
    const funnel = await ask('analyticsFunnel');
    expect(funnel.steps.map(({ count }) => count)).toEqual([31, 29, 29, 15, 15]);
    expect([funnel.closed, funnel.waiting, funnel.early]).toEqual([1, 1, 1]);
    expect((await ask('analyticsMeasures')).measures).toEqual([
      { measure: 'initiation', of: 28, early: 2, first: 15, second: 12, neither: 1 },
      { measure: 'after-residential', of: 2, early: 0, first: 2, second: 0, neither: 0 },
      { measure: 'after-emergency', of: 1, early: 1, first: 1, second: 0, neither: 0 },
      { measure: 'medication', of: 1, early: 0, first: 1, second: 0, neither: 0 },
    ]);
  });

  it('is what they scored before a move and after it', async () => {
    const { scales } = await ask('analyticsInstruments');
    expect(scales).toMatchObject([
      {
        ...{ scale: 'phq-9', kind: 'step-down', pairs: 1, notRecorded: 1 },
        ...{ before: { median: 12 }, after: { median: 6 } },
      },
    ]);
  });
});

describe('small groups', () => {
  it('are not shown to a coordinator, nor is what a total would give away', async () => {
    const { levels } = await ask('analyticsCensus', 'coordinator');
    expect(of(levels, 'level', 'iop')?.people.at(-1)).toBe(16);
    expect(levels.flatMap(({ people }) => people).filter((count) => count !== null && count > 0 && count < 11)).toEqual(
      [],
    );
    const completion = of((await ask('analyticsCompletion', 'coordinator')).levels, 'level', 'iop');
    expect(completion).toMatchObject({ stays: 14, hidden: 14, reasons: [{ count: null }, { count: null }] });
    const { measures } = await ask('analyticsMeasures', 'coordinator');
    expect(measures[0]).toMatchObject({ of: 28, first: 15, second: null, neither: null });
    const { steps, closed, waiting } = await ask('analyticsFunnel', 'coordinator');
    expect(steps.map(({ count }) => count)).toEqual([31, null, null, 15, 15]);
    expect([closed, waiting]).toEqual([null, null]);
    const { scales } = await ask('analyticsInstruments', 'coordinator');
    expect(scales).toMatchObject([{ pairs: null, before: { median: null }, after: { median: null } }]);
  });

  it('are of one site: staff of another one count their own person only', async () => {
    const { levels, waiting } = await ask('analyticsCensus', 'medical-director', ['riverside']);
    expect([levels.map(({ level, people }) => [level, people.at(-1)]), waiting.at(-1)]).toEqual([[['iop', 1]], 0]);
    const { steps } = await ask('analyticsFunnel', 'medical-director', ['riverside']);
    expect(steps.map(({ count }) => count)).toEqual([1, 1, 1, 0, 0]);
    expect((await ask('analyticsCompletion', 'medical-director', ['riverside'])).levels).toEqual([]);
  });

  it('and large ones are of nobody: no id and no name stands in any answer', async () => {
    for (const name of names)
      for (const role of ['medical-director', 'coordinator'] as const) {
        const text = JSON.stringify(await ask(name, role));
        expect([name, [...lives.ids, 'Canary', 'Ada'].filter((known) => text.includes(known))]).toEqual([name, []]);
      }
  });
});

const models: readonly ReadModelName[] = [
  ...(['stays', 'courses', 'moves', 'measured-cases', 'test-meanings', 'score-pairs'] as const),
];
const differences = async () => {
  const { log, programmes, configuration } = api.resources;
  const pool = new pg.Pool({ connectionString: configuration.databaseUrl });
  try {
    const report = await rebuild({
      ...{ pool, models, contextFor: programmes.contextFor, swap: 'never' },
      readJourneys: () => log.readJourneys(),
      readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    });
    return [report.behind, report.differences];
  } finally {
    await pool.end();
  }
};

describe('what is counted', () => {
  it('is the same when it is made again from the log', async () => {
    expect(await differences()).toEqual([0, []]);
  });

  it('is no more what was withdrawn, and still the same from the log', async () => {
    const { events } = await api.resources.log.readStream(tested);
    for (const type of ['DrugTestResultRecorded', 'ExternalEncounterRecorded']) {
      const eventId = events.find((event) => event.type === type)?.id;
      await lives.does(tested, 0, 'WithdrawFact', { eventId, reasonCode: 'wrong-person' });
    }
    await settle(tested);
    const { valid, classes } = await ask('analyticsDrugTests');
    expect([valid, classes]).toEqual([12, []]);
    expect(of((await ask('analyticsMeasures')).measures, 'measure', 'after-emergency')).toMatchObject({
      of: 1,
      early: 0,
    });
    expect(of((await ask('analyticsHandOffs')).groups, 'group', 'step-up')).toBeUndefined();
    expect(await differences()).toEqual([0, []]);
  });
});
