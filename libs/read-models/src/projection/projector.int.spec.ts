import { readBoard } from '../board/query.ts';
import { readCensus } from '../census/query.ts';
import { readDecisions } from '../decisions/query.ts';
import { readJourney } from '../journey/query.ts';
import { admitted, day, type Lived, referred, tested, withPlan } from '../specs/lived.ts';
import { Records, tables, topic, unreadable, type Tables } from '../specs/tables.ts';
import { readWeeklyScreens } from '../weekly-screens/query.ts';
import { storedOffsets } from './offsets.ts';
import { parkedSummary, unpark } from './parked.ts';

describe('care events that arrive', () => {
  let read: Tables;
  beforeEach(async () => (read = await tables()));
  afterEach(() => read.close());

  const clock = { now: day(12), today: () => '2026-05-16' };
  const inLog = (...lives: readonly Lived[]): void => {
    for (const { episodeId, events } of lives) read.log.set(episodeId, events);
  };

  it('show the journey on the board, in the census, on its page and among the decisions', async () => {
    const life = tested(withPlan(admitted('ada')), 10, 'positive');
    const projected = await read.newProjector().project(new Records().batch(undefined, life.events));
    expect(projected).toEqual({ journeys: 1, events: life.events.length, healed: 0, parked: 0 });

    const board = await readBoard(read.pool, {}, clock);
    expect(board.items).toMatchObject([
      {
        episodeId: 'ada',
        status: 'active',
        level: 'iop',
        transition: { kind: 'step-up', to: 'residential', state: 'started' },
        flags: expect.arrayContaining(['hand-off']),
        lastScreen: { collectedAt: day(10), positive: ['cocaine'], disposition: 'unexpected-use' },
        weeks: [
          { week: 1, symbol: 'o' },
          { week: 2, symbol: '+' },
        ],
      },
    ]);
    expect((await readCensus(read.pool, { now: day(12) })).rows).toEqual([
      { siteId: 'main', programme: 'standard-four', level: 'iop', active: 1, inHandOff: 1, onLeave: 0, waiting: 0 },
    ]);
    const journey = await readJourney(read.pool, 'ada');
    expect(journey).toMatchObject({
      episodeId: 'ada',
      version: life.events.length,
      specimens: [{ specimenId: 'S-10' }],
    });
    const decisions = await readDecisions(read.pool, { episodeId: 'ada' });
    expect(decisions.items.map(({ about }) => about)).toEqual(expect.arrayContaining(['step-up', 'drug-test']));
    expect(await readWeeklyScreens(read.pool, 'ada', () => '2026-05-30')).toHaveLength(4);
  });

  it('go into one transaction from several partitions, each with its own place and its own dead letters', async () => {
    const [ada, ben] = [admitted('ada'), admitted('ben')];
    const of = (partition: number, ...contents: Parameters<Records['batch']>[1]) => {
      const batch = new Records().batch(undefined, contents);
      return { ...batch, at: { ...batch.at, partition } };
    };
    const batches = [of(3, ...ada.events, unreadable('cyd')), of(1, ...ben.events), of(2, unreadable('dan'))];
    const projected = await read.newProjector().project(...batches);
    expect(projected).toMatchObject({ journeys: 2, parked: 2 });
    const { rows: transactions } = await read.pool.query('SELECT DISTINCT xmin::text FROM read.journey');
    expect(transactions).toHaveLength(1);
    const places = await storedOffsets(read.pool, topic);
    expect(new Map(places.map(({ partition, next }) => [partition, next]))).toEqual(
      new Map(batches.map(({ at, next }) => [at.partition, next])),
    );
    const { rows: letters } = await read.pool.query(
      'SELECT partition, episode_id FROM read.dead_letter ORDER BY partition',
    );
    expect(letters).toEqual([
      { partition: 2, episode_id: 'dan' },
      { partition: 3, episode_id: 'cyd' },
    ]);
  });

  it('are kept of no partition when one of them is another projector’s', async () => {
    const mine = new Records().batch(undefined, admitted('ada').events);
    const lost = new Records().batch({ partition: 7, clusterId: 'cluster-1', next: 99n }, admitted('ben').events);
    const project = read.newProjector().project(mine, { ...lost, at: { ...lost.at, partition: 7 } });
    await expect(project).rejects.toMatchObject({ code: 'OFFSETS_MOVED' });
    expect(await storedOffsets(read.pool, topic)).toEqual([]);
    expect((await read.rows())['journey']).toEqual([]);
  });

  it('change nothing when they arrive a second time', async () => {
    const life = tested(admitted('ada'), 10, 'positive');
    const records = new Records();
    const projector = read.newProjector();
    await projector.project(records.batch(undefined, life.events));
    const before = await read.rows();
    expect(await projector.project(records.batch(records.read, life.events))).toMatchObject({ events: 0, journeys: 0 });
    expect(await read.newProjector().project(records.batch(records.read, life.events))).toMatchObject({ events: 0 });
    expect(await read.rows()).toEqual(before);
    expect(read.reads).toEqual([]);
  });

  it('give the same rows one by one as all at once', async () => {
    const life = tested(tested(withPlan(admitted('ada')), 10, 'positive'), 12, 'negative');
    const other = await tables();
    await other.newProjector().project(new Records().batch(undefined, life.events));
    const records = new Records();
    const projector = read.newProjector();
    for (const [index, event] of life.events.entries())
      await projector.project(records.batch(index === 0 ? undefined : records.read, [event]));
    expect(await read.rows()).toEqual(await other.rows());
    await other.close();
  });

  it('are folded onto what the log says when the projector has just started', async () => {
    const life = admitted('ada');
    const records = new Records();
    await read.newProjector().project(records.batch(undefined, life.events));
    const before = life.events.length;
    tested(life, 10, 'positive');
    inLog(life);
    const projected = await read.newProjector().project(records.batch(records.read, life.events.slice(before)));
    expect(projected).toMatchObject({ healed: 0, events: life.events.length - before });
    expect(await readJourney(read.pool, 'ada')).toMatchObject({ version: life.events.length });
  });

  it('may have a hole, which the log closes', async () => {
    const life = tested(admitted('ada'), 10, 'positive');
    inLog(life);
    const records = new Records();
    const projector = read.newProjector();
    const withoutThird = life.events.filter(({ version }) => version !== 3);
    expect(await projector.project(records.batch(undefined, withoutThird))).toMatchObject({ healed: 1, parked: 0 });
    const healed = await read.rows();
    const other = await tables();
    await other.newProjector().project(new Records().batch(undefined, life.events));
    expect(healed).toEqual(await other.rows());
    // The log was ahead: what Kafka brings later is known already.
    expect(await projector.project(records.batch(records.read, life.events))).toMatchObject({ events: 0 });
    await other.close();
  });

  it('park only their own journey when one of them cannot be read', async () => {
    const [ada, ben, cyd] = [admitted('ada'), admitted('ben'), referred('cyd')];
    inLog(ada, ben, cyd);
    const records = new Records();
    const projector = read.newProjector();
    const [opened, admittance] = ben.events;
    if (opened === undefined || admittance === undefined) throw new Error('unreachable');
    const batch = records.batch(undefined, [...ada.events, opened, unreadable('ben'), admittance, ...cyd.events]);
    expect(await projector.project(batch)).toMatchObject({ parked: 1, journeys: 3 });
    expect(await readJourney(read.pool, 'ada')).toMatchObject({ status: 'active' });
    expect(await readJourney(read.pool, 'ben')).toMatchObject({ status: 'referred', version: 1 });
    expect(await readJourney(read.pool, 'cyd')).toMatchObject({ status: 'referred' });

    // What comes later of the parked journey waits as well, and the others go on.
    const [later] = tested(ben, 3, 'negative').events.slice(2);
    if (later === undefined) throw new Error('unreachable');
    const before = cyd.events.length;
    cyd.says({ ...admit, occurredAt: day(1) });
    await projector.project(records.batch(records.read, [later, ...cyd.events.slice(before)]));
    expect(await readJourney(read.pool, 'ben')).toMatchObject({ version: 1 });
    expect(await readJourney(read.pool, 'cyd')).toMatchObject({ status: 'active' });
    expect(await parkedSummary(read.pool)).toMatchObject({
      episodeIds: ['ben'],
      records: 3,
      byReason: { NOT_A_CARE_EVENT: 1 },
    });

    expect(await unpark(read.pool, ['ben'])).toEqual(['ben']);
    await projector.heal(['ben']);
    expect(await readJourney(read.pool, 'ben')).toMatchObject({ status: 'active', version: ben.events.length });
    expect(await parkedSummary(read.pool)).toMatchObject({ episodeIds: [], records: 0 });
  });

  it('park only their own journey when the database cannot hold one of their rows', async () => {
    const [ada, ben] = [admitted('ada'), admitted('ben')];
    const broken = ben.events.map((event) =>
      event.type === 'EpisodeOpened' ? { ...event, data: { ...event.data, siteId: 'ma\u0000in' } } : event,
    );
    const projected = await read.newProjector().project(new Records().batch(undefined, [...ada.events, ...broken]));
    expect(projected).toMatchObject({ parked: 1, journeys: 1 });
    expect(await readJourney(read.pool, 'ada')).toMatchObject({ status: 'active' });
    expect(await readJourney(read.pool, 'ben')).toBeUndefined();
  });

  it('are forgotten by a projector whose partition another one has taken over', async () => {
    const life = admitted('ada');
    const records = new Records();
    const [first, second] = life.events;
    if (first === undefined || second === undefined) throw new Error('unreachable');
    const mine = read.newProjector();
    await mine.project(records.batch(undefined, [first]));
    const mineBefore = records.read;
    await read.newProjector().project(records.batch(mineBefore, [second]));
    const before = await read.rows();
    await expect(mine.project({ ...records.batch(mineBefore, [second]) })).rejects.toMatchObject({
      code: 'OFFSETS_MOVED',
    });
    expect(await read.rows()).toEqual(before);
  });

  it('are applied once when the projector dies between its rows and its offset', async () => {
    const life = tested(admitted('ada'), 10, 'positive');
    inLog(life);
    const projector = read.newProjector();
    const batch = new Records().batch(undefined, life.events);
    // Another projector's offset makes the last statement of the transaction fail, after all rows were written.
    await expect(
      projector.project({ ...batch, expected: { partition: 0, clusterId: 'cluster-1', next: 99n } }),
    ).rejects.toMatchObject({ code: 'OFFSETS_MOVED' });
    expect((await read.rows())['journey']).toEqual([]);
    expect(await storedOffsets(read.pool, topic)).toEqual([]);
    expect(await projector.project(batch)).toMatchObject({ events: life.events.length, healed: 0 });
    expect(await storedOffsets(read.pool, topic)).toMatchObject([{ next: BigInt(life.events.length) }]);
  });

  const admit = {
    type: 'Admit',
    commandId: 'admit-cyd',
    actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
    level: 'iop',
    attendedAt: day(1),
  } as const;
});
