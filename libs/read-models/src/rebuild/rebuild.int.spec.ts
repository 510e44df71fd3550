import pg from 'pg';
import { admitted, day, discharged, referred, said, tested, withPlan, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { Records, tables, type Tables } from '../specs/tables.ts';
import { rebuild, type RebuildOptions } from './rebuild.ts';

describe('read models that are rebuilt from the log', () => {
  let read: Tables;
  let lives: readonly Lived[];
  const records = new Records();
  beforeEach(async () => {
    read = await tables();
    lives = [
      referred('ada'),
      tested(withPlan(admitted('ben')), 10, 'positive'),
      discharged(tested(admitted('cyd'), 3, 'negative'), 7),
    ];
    for (const { episodeId, events } of lives) read.log.set(episodeId, [...events]);
  });
  afterEach(() => read.close());

  const project = () =>
    read.newProjector().project(
      new Records().batch(
        undefined,
        lives.flatMap(({ events }) => events),
      ),
    );

  const again = (change: Partial<RebuildOptions> = {}) =>
    rebuild({
      pool: read.pool,
      contextFor,
      readJourneys: async function* () {
        yield* read.log.values();
      },
      readEvents: async (episodeId) => read.log.get(episodeId) ?? [],
      ...change,
    });

  it('are equal to what live work has made, and take its place', async () => {
    await project();
    const before = await read.rows();
    const report = await again();
    expect(report).toMatchObject({ differences: [], swapped: true, journeys: 3, behind: 0 });
    expect(report.events).toBe(lives.reduce((sum, { events }) => sum + events.length, 0));
    expect(await read.rows()).toEqual(before);
  });

  it('are known to the planner from the moment in which they are asked', async () => {
    await project();
    await again();
    const { rows } = await read.pool.query(
      `SELECT relname, reltuples::int AS rows FROM pg_class WHERE oid IN ('read.journey'::regclass, 'read.specimen'::regclass)
       ORDER BY relname`,
    );
    expect(rows).toEqual([
      { relname: 'journey', rows: 3 },
      { relname: 'specimen', rows: 2 },
    ]);
  });

  it('are whole again after their tables were lost', async () => {
    await project();
    const before = await read.rows();
    await read.pool.query('DELETE FROM read.journey; DELETE FROM read.specimen; DELETE FROM read.board_row');
    expect(await again()).toMatchObject({ behind: 3, swapped: true });
    expect(await read.rows()).toEqual(before);
  });

  it('take the place of wrong rows only when a person accepts the difference', async () => {
    await project();
    const before = await read.rows();
    await read.pool.query(`UPDATE read.board_row SET level = 'detox' WHERE episode_id = 'ben'`);
    await read.pool.query(`DELETE FROM read.decision WHERE episode_id = 'ben'`);
    await read.pool.query(`INSERT INTO read.journey VALUES ('ghost', 1, 'nobody', '{}')`);
    const report = await again();
    expect(report.swapped).toBe(false);
    expect(report.differences).toContainEqual({ table: 'board_row', onlyLive: 1, onlyRebuilt: 1, episodeIds: ['ben'] });
    expect(report.differences).toContainEqual({ table: 'journey', onlyLive: 1, onlyRebuilt: 0, episodeIds: ['ghost'] });
    expect(report.differences.map(({ table }) => table).toSorted()).toEqual(['board_row', 'decision', 'journey']);
    expect(await again({ swap: 'always' })).toMatchObject({ swapped: true });
    expect(await read.rows()).toEqual(before);
  });

  it('differ by rows that belong to no journey', async () => {
    await project();
    await read.pool.query(`INSERT INTO read.specimen VALUES ('ghost', 'S-1', now(), '{}')`);
    const { differences } = await again({ swap: 'never' });
    expect(differences).toEqual([{ table: 'specimen', onlyLive: 1, onlyRebuilt: 0, episodeIds: ['ghost'] }]);
  });

  it('can be verified without being touched', async () => {
    await project();
    await read.pool.query(`UPDATE read.board_row SET level = 'detox' WHERE episode_id = 'ben'`);
    const before = await read.rows();
    expect(await again({ swap: 'never' })).toMatchObject({ swapped: false, differences: [{ table: 'board_row' }] });
    expect(await read.rows()).toEqual(before);
  });

  it('may be one alone', async () => {
    await project();
    const before = await read.rows();
    await read.pool.query(`DELETE FROM read.decision`);
    const report = await again({ models: ['decisions'], swap: 'always' });
    expect(report.differences.map(({ table }) => table)).toEqual(['decision']);
    expect(await read.rows()).toEqual(before);
  });

  it('do not count a journey that live work has not caught up with as different', async () => {
    await project();
    const [, ben] = lives;
    if (ben === undefined) throw new Error('unreachable');
    const before = ben.events.length;
    tested(ben, 20, 'negative');
    read.log.set('ben', [...ben.events]);
    expect(await again()).toMatchObject({ differences: [], behind: 1, swapped: true });
    // What Kafka brings later is in the tables already.
    const late = records.batch(undefined, ben.events.slice(before));
    expect(await read.newProjector().project({ ...late, at: { ...late.at, partition: 1 } })).toMatchObject({
      events: 0,
    });
  });

  /** A rebuild during which a journey that it has read goes on. */
  async function againWhile(lived: Lived | undefined, goesOn: (lived: Lived) => void) {
    if (lived === undefined) throw new Error('unreachable');
    const { episodeId } = lived;
    const admin = new pg.Client({ connectionString: read.adminUrl });
    await admin.connect();
    const before = lived.events.length;
    const report = await again({
      readJourneys: async function* () {
        yield* read.log.values();
        goesOn(lived);
        read.log.set(episodeId, [...lived.events]);
        await admin.query(
          `INSERT INTO log.stream (episode_id, version, head_hash) VALUES ($1, $2, decode(repeat('00', 32), 'hex'))`,
          [episodeId, lived.events.length],
        );
        const late = new Records().batch(undefined, lived.events.slice(before));
        await read.newProjector().project({ ...late, at: { ...late.at, partition: 1 } });
      },
    });
    await admin.end();
    return report;
  }

  it('let live work go on, and have what it adds meanwhile', async () => {
    await project();
    const report = await againWhile(lives[0], (ada) =>
      ada.says({
        type: 'Admit',
        commandId: 'admit-ada',
        actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
        occurredAt: '2026-06-01T12:00:00.000Z',
        level: 'iop',
        attendedAt: '2026-06-01T12:00:00.000Z',
      }),
    );
    expect(report).toMatchObject({ differences: [], behind: 0, swapped: true });
    const { rows } = await read.pool.query<{ status: string }>(
      `SELECT status FROM read.board_row WHERE episode_id = 'ada'`,
    );
    expect(rows).toEqual([{ status: 'active' }]);
  });

  it('have nothing any more of what a journey meanwhile no longer has', async () => {
    await project();
    const followUps = async () =>
      (await read.pool.query(`SELECT item_id FROM read.day_list WHERE episode_id = 'cyd'`)).rows;
    expect(await followUps()).toHaveLength(4);
    const report = await againWhile(lives[2], (cyd) =>
      cyd.says({ type: 'RecordDeath', ...said(day(9)), at: day(8), cause: 'not-known' }),
    );
    expect(report).toMatchObject({ differences: [], behind: 0, swapped: true });
    expect(await followUps()).toEqual([]);
  });

  it('fail on what live work would park', async () => {
    read.log.set('dee', referred('dee').events.slice(1));
    read.log.set('eve', tested(admitted('eve'), 3, 'negative').events.slice(1));
    await expect(again()).rejects.toMatchObject({ code: 'HOLE_IN_JOURNEY' });
  });
});
