import pg from 'pg';
import { projections } from '../models.ts';
import { parkedSummary } from '../projection/parked.ts';
import type { RebuildProgress } from '../rebuild/rebuild.ts';
import { admitted, tested, withPlan, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { Records, tables, unreadable, type Tables } from '../specs/tables.ts';
import { countWorklist } from '../worklist/query.ts';
import { readPlace } from '../board/place.ts';
import { journeyVersion } from '../journey/query.ts';
import { shapeOf } from '../shapes.ts';
import { readFilling } from './coverage.ts';
import { fillReadModels } from './fill-read-models.ts';
import { wholeTablesOnly } from './whole-tables-only.ts';

let read: Tables;
let admin: pg.Client;
let lives: readonly Lived[];
beforeEach(async () => {
  read = await tables();
  admin = new pg.Client({ connectionString: read.adminUrl });
  await admin.connect();
  lives = ['ada', 'ben', 'cyd'].map((name) => tested(withPlan(admitted(name)), 10, 'positive'));
  for (const life of lives) await record(life);
  await read.newProjector().project(
    new Records().batch(
      undefined,
      lives.flatMap(({ events }) => events),
    ),
  );
});
afterEach(async () => {
  await admin.end();
  await read.close();
});

/** As the log has it. */
async function record({ episodeId, events }: Lived): Promise<void> {
  read.log.set(episodeId, [...events]);
  await admin.query(
    `INSERT INTO log.stream (episode_id, version, head_hash) VALUES ($1, $2, decode(repeat('00', 32), 'hex'))
     ON CONFLICT (episode_id) DO UPDATE SET version = excluded.version`,
    [episodeId, events.length],
  );
}

/** The worklist as an upgrade brings it: a new table, empty, over a log that is not. */
async function upgrade(): Promise<void> {
  await admin.query(`DELETE FROM read.worklist; DELETE FROM read.coverage WHERE name = 'worklist';
    SELECT read.add_models('{worklist}')`);
}

const fill = (onProgress?: (progress: RebuildProgress) => void) =>
  fillReadModels({
    pool: read.pool,
    contextFor,
    readJourneys: async function* () {
      yield* read.log.values();
    },
    readEvents: async (episodeId) => read.log.get(episodeId) ?? [],
    ...(onProgress && { onProgress }),
  });

const openTasks = (pool: pg.Pool) => countWorklist(pool, [{}], { now: '2026-06-01T12:00:00.000Z' });

describe('a new clinic', () => {
  it('has nothing to fill: every table of every read model was there before the first fact', async () => {
    expect(await readFilling(read.pool)).toEqual([]);
    expect(await fill()).toBeUndefined();
    const { rows } = await read.pool.query<{ name: string }>('SELECT name FROM read.coverage ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(projections.map(({ table }) => table.name).toSorted());
  });
});

describe('a read model that came with an upgrade', () => {
  it('is filled from the log, and is then as if it had always been there', async () => {
    const before = await read.rows();
    await upgrade();
    expect(await readFilling(read.pool)).toMatchObject([{ model: 'worklist', tables: ['worklist'], journeys: 0 }]);
    expect(await fill()).toMatchObject({ models: ['worklist'], journeys: 3, swapped: true });
    expect(await readFilling(read.pool)).toEqual([]);
    expect(await read.rows()).toEqual(before);
  });

  it('answers nobody as if nobody were there, and says how far it is', async () => {
    const pool = wholeTablesOnly(new pg.Pool({ connectionString: read.adminUrl, max: 2 }));
    await upgrade();
    await expect(openTasks(pool)).rejects.toMatchObject({ code: 'BEING_FILLED', filling: { model: 'worklist' } });
    // What is whole is answered from as ever.
    expect((await pool.query('SELECT FROM read.board_row')).rowCount).toBe(3);
    await fill();
    // A second at most, and from then on nobody asks any more whether all is whole.
    let counts: readonly number[] | undefined;
    while (counts === undefined) counts = await openTasks(pool).catch(() => undefined);
    expect(counts).toEqual(await openTasks(read.pool));
    await pool.end();
  });

  it('has what live work adds meanwhile, and live work goes on', async () => {
    await upgrade();
    const [ada] = lives;
    if (ada === undefined) throw new Error('unreachable');
    const before = ada.events.length;
    const late = new Records();
    await fillReadModels({
      pool: read.pool,
      contextFor,
      readJourneys: async function* () {
        yield* read.log.values();
        tested(ada, 12, 'negative');
        await record(ada);
        const batch = late.batch(undefined, ada.events.slice(before));
        await read.newProjector().project({ ...batch, at: { ...batch.at, partition: 1 } });
      },
      readEvents: async (episodeId) => read.log.get(episodeId) ?? [],
    });
    const filled = await read.rows();
    await upgrade();
    await fill();
    expect(await read.rows()).toEqual(filled);
  });

  it('does not wait for a journey that is parked, and has it whole once that is let go', async () => {
    const [ada] = lives;
    if (ada === undefined) throw new Error('unreachable');
    const before = ada.events.length;
    tested(ada, 12, 'negative');
    const [next, ...rest] = ada.events.slice(before);
    if (next === undefined) throw new Error('unreachable');
    const whole = [...ada.events];
    // An event that this build cannot read stands in its place.
    read.log.set('ada', [...whole.slice(0, before), { ...next, type: 'NotKnown' } as never, ...rest]);
    await admin.query(`UPDATE log.stream SET version = $1 WHERE episode_id = 'ada'`, [whole.length]);
    const batch = new Records().batch(undefined, [unreadable('ada')]);
    await read.newProjector().project({ ...batch, at: { ...batch.at, partition: 1 } });
    await upgrade();
    expect(await fill()).toMatchObject({ swapped: true });
    expect(await parkedSummary(read.pool)).toMatchObject({ episodeIds: ['ada'] });

    read.log.set('ada', whole);
    await read.newProjector().redrive(['ada']);
    const redriven = await read.rows();
    await upgrade();
    await fill();
    expect(await read.rows()).toEqual(redriven);
  });

  it('says by a code what keeps it from being filled, and is filled when that is gone', async () => {
    await upgrade();
    const trouble = Object.assign(new Error('away'), { code: 'LogUnavailable' });
    const broken = fillReadModels({
      pool: read.pool,
      contextFor,
      readJourneys: async function* () {
        yield* [...read.log.values()].slice(0, 1);
        throw trouble;
      },
      readEvents: async () => [],
    });
    await expect(broken).rejects.toBe(trouble);
    expect(await readFilling(read.pool)).toMatchObject([{ model: 'worklist', of: 3, trouble: 'LogUnavailable' }]);
    await fill();
    expect(await readFilling(read.pool)).toEqual([]);
  });
});

describe('a read model whose rows an upgrade has changed', () => {
  /** As the build before wrote them: the board told less, and had a row that this build does not have. */
  const ofTheBuildBefore = (shape = 'before') =>
    admin.query(`UPDATE read.board_row SET row = row - 'nextTask', flags = '{}';
      INSERT INTO read.specimen VALUES ('ben', 'not any more', now(), '{}');
      UPDATE read.coverage SET shape = '${shape}' WHERE name IN ('board_row', 'specimen')`);
  const names = ({ rows }: pg.QueryResult<{ name: string }>) => rows.map(({ name }) => name);

  it('says what its rows look like from the first of them', async () => {
    const said = await read.pool.query<{ name: string; shape: string }>('SELECT name, shape FROM read.coverage');
    const shapes = Object.fromEntries(said.rows.map(({ name, shape }) => [name, shape]));
    expect(shapes).toEqual(Object.fromEntries(projections.map(({ table }) => [table.name, shapeOf(table)])));
  });

  it.each([
    ['of a known build', 'before'],
    ['of one that did not say it', ''],
  ])('is built again %s, with the others of its model, and is then equal to a full rebuild', async (_, shape) => {
    const before = await read.rows();
    await ofTheBuildBefore(shape);
    expect(await readFilling(read.pool)).toMatchObject([
      { model: 'board', tables: ['board_row'], otherShape: true },
      { model: 'journey', tables: ['journey', 'specimen'], otherShape: true },
    ]);
    expect(await fill()).toMatchObject({ models: ['board', 'journey'], journeys: 3, swapped: true });
    expect(await readFilling(read.pool)).toEqual([]);
    expect(await read.rows()).toEqual(before);
    expect(await fill()).toBeUndefined();
  });

  it('has what live work adds meanwhile, and the next build says the same of it', async () => {
    await ofTheBuildBefore();
    const [ada] = lives;
    if (ada === undefined) throw new Error('unreachable');
    const before = ada.events.length;
    let marked: readonly string[] = [];
    await fillReadModels({
      pool: read.pool,
      contextFor,
      readJourneys: async function* () {
        marked = names(await read.pool.query(`SELECT name FROM read.coverage WHERE shape = '' ORDER BY name`));
        yield* read.log.values();
        tested(ada, 12, 'negative');
        await record(ada);
        const batch = new Records().batch(undefined, ada.events.slice(before));
        await read.newProjector().project({ ...batch, at: { ...batch.at, partition: 1 } });
      },
      readEvents: async (episodeId) => read.log.get(episodeId) ?? [],
    });
    expect(marked).toEqual(['board_row', 'specimen']);
    const refilled = await read.rows();
    expect(await fill()).toBeUndefined();
    await admin.query(`UPDATE read.coverage SET shape = ''`);
    await fill();
    expect(await read.rows()).toEqual(refilled);
    expect(refilled['specimen']).toHaveLength(4);
  });

  it('answers nobody in the words of before; who may see and act is told all the while', async () => {
    const pool = wholeTablesOnly(new pg.Pool({ connectionString: read.adminUrl, max: 2 }));
    await ofTheBuildBefore();
    await expect(pool.query('SELECT FROM read.board_row')).rejects.toMatchObject({
      code: 'BEING_FILLED',
      filling: { model: 'board' },
    });
    expect(await openTasks(pool)).toEqual(await openTasks(read.pool));
    expect(await readPlace(pool, 'ben')).toMatchObject({ siteId: 'main' });
    expect(await journeyVersion(pool, 'ben')).toBe(lives[1]?.events.length);
    // Where journeys are missing, nobody is told that one is nowhere.
    await admin.query(`UPDATE read.coverage SET whole_since = NULL WHERE name = 'board_row'`);
    let refused: unknown;
    while (refused === undefined)
      refused = await readPlace(pool, 'ben').then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(refused).toMatchObject({ code: 'BEING_FILLED' });
    await pool.end();
  });
});
