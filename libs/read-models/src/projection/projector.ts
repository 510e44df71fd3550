import type { Pool, PoolClient } from 'pg';
import { boardHistoryTable } from '../census/table.ts';
import { sayFirstShapes } from '../filling/coverage.ts';
import { ring } from './bell.ts';
import { journeyCache, type JourneyCache } from './journey-cache.ts';
import { moveOffset, type Move } from './offsets.ts';
import { bury } from './dead-letters.ts';
import { park, unpark } from './parked.ts';
import { plan, type Plan, type PlannedRows, type Sources } from './plan.ts';
import { gatesOf, workFor, type Incoming } from './records.ts';
import { holdTables, shareTables } from './table-lock.ts';
import { inTransaction } from './transaction.ts';
import type { Statement } from '../table.ts';
import { isBadData, writeOneByOne, writeTogether, type Write, type Written } from './write-rows.ts';

/** Records of one partition in a row, and the move that they are for the reader. */
export interface ProjectionBatch extends Move {
  readonly records: readonly Incoming[];
}

export interface Projected {
  /** Journeys whose rows changed. */
  readonly journeys: number;
  /** Events folded; those that were known already are not counted. */
  readonly events: number;
  /** Holes closed from the log. */
  readonly healed: number;
  /** Journeys parked by this batch. */
  readonly parked: number;
}

export interface Projector {
  /**
   * Folds the records into all tables, moves the offsets and rings the doorbell, in one transaction.
   * Again with the same records it changes nothing; a journey that cannot be projected is parked, alone.
   * @param batches of a partition each
   * @throws OffsetsMoved if another projector owns one of the partitions; nothing was written then
   */
  project(...batches: readonly ProjectionBatch[]): Promise<Projected>;
  /** Brings journeys up to the log, without Kafka: after they were let go, or a record was lost. */
  heal(episodeIds: readonly string[]): Promise<Projected>;
  /**
   * Lets parked journeys go and brings them up to the log, in one transaction; what still cannot be projected is parked
   * again. Those that are not parked (any more) stay as they are.
   */
  redrive(episodeIds: readonly string[]): Promise<Projected>;
}

export interface ProjectorOptions extends Sources {
  readonly pool: Pool;
  readonly cache?: JourneyCache;
  /** The clock, for listeners. */
  readonly now: () => string;
}

// Rows and offset are one: what a crash of the server takes of the last commits is read from Kafka again.
const begin = `SET LOCAL synchronous_commit = off; ${shareTables}`;
const nothing = async (): Promise<readonly never[]> => [];

/** The one writer of the tables of `read`. */
export function createProjector(options: ProjectorOptions): Projector {
  const { pool, cache = journeyCache(), now } = options;

  let shapesAreSaid = false;
  const sayShapes = async (client: PoolClient): Promise<void> => {
    if (!shapesAreSaid) await sayFirstShapes(client);
  };

  /** Only after the commit: a transaction rolled back must leave no trace in memory either. */
  const remember = (written: readonly PlannedRows[], parked: number, healed: number): Projected => {
    shapesAreSaid = true;
    for (const { change } of written) cache.set(change.after);
    const events = written.reduce((sum, { change }) => sum + change.events, 0);
    return { journeys: written.length, events, healed, parked };
  };

  const attempt = async (batches: readonly ProjectionBatch[], write: Write): Promise<Projected> => {
    const records = batches.flatMap((batch) => batch.records);
    const ids = [...new Set(records.map(({ episodeId }) => episodeId))];
    const look = (client: PoolClient) => gatesOf(client, ids);
    const { written, parked, healed } = await inTransaction(pool, begin, look, async (client, gates) => {
      const work = await workFor(gates, records, cache, options);
      await sayShapes(client);
      // Two projectors that both think a partition theirs: the second one waits here, is turned away, and what it saw
      // before the first one's commit goes with it. Not before: what is written holds back all who read the log.
      const moves = inOrder(batches).map((move) => () => moveOffset(client, move));
      const tell = ({ written: rows, refused }: Written): readonly Statement[] => {
        const refusedIds = new Set(refused.map(({ episodeId }) => episodeId));
        const waits = (record: Incoming): boolean => work.waiting.has(record) || refusedIds.has(record.episodeId);
        return [
          () => park(client, [...work.poisons, ...refused]),
          ...batches.map((batch) => () => bury(client, batch.at, batch.records.filter(waits))),
          () => ring(client, { at: now(), position: String(newest(batches)), ...whatChanged(rows) }),
        ];
      };
      const { written: rows, refused } = await write(client, work.plans, moves, tell);
      const healings = work.plans.filter((one) => one.healed).length;
      return { written: rows, parked: work.poisons.length + refused.length, healed: healings };
    });
    return remember(written, parked, healed);
  };

  const upToTheLog = async (these: (client: PoolClient) => Promise<readonly string[]>): Promise<Projected> => {
    const { written, parked } = await inTransaction(pool, holdTables, nothing, async (client) => {
      await sayShapes(client);
      const plans: Plan[] = [];
      // No projection is beside it: both would write the same journeys.
      for (const gate of await gatesOf(client, await these(client))) {
        if (gate.parked) continue;
        const events = await options.readEvents(gate.episodeId);
        plans.push(await plan(gate, cache.get(gate.episodeId), events, options));
      }
      const { written: rows, refused } = await writeOneByOne(client, plans, [], () => []);
      const poisons = [...plans.flatMap(({ poison }) => poison ?? []), ...refused];
      await park(client, poisons);
      await ring(client, { at: now(), position: '0', ...whatChanged(rows) });
      return { written: rows, parked: poisons.length };
    });
    return remember(written, parked, written.length);
  };

  return {
    project: async (...batches) => {
      try {
        return await attempt(batches, writeTogether);
      } catch (error) {
        if (!isBadData(error)) throw error;
        return attempt(batches, writeOneByOne);
      }
    },
    heal: (episodeIds) => upToTheLog(async () => episodeIds),
    redrive: (episodeIds) => upToTheLog((client) => unpark(client, episodeIds)),
  };
}

/** Of two that lock the same partitions, both begin with the same one. */
const inOrder = (moves: readonly Move[]): readonly Move[] => moves.toSorted((a, b) => a.at.partition - b.at.partition);

const newest = (moves: readonly Move[]): bigint =>
  moves.reduce((most, { position }) => (position > most ? position : most), 0n);

function whatChanged(written: readonly PlannedRows[]): { census: boolean; episodes: [string, number, boolean][] } {
  return {
    census: written.some(({ rows }) => rows.some(([{ table }, own]) => table === boardHistoryTable && own.length > 0)),
    episodes: written.map(({ change: { before, after } }) => [
      after.episodeId,
      after.version,
      // A fold keeps what it does not touch.
      before.status === 'not-opened' ? after.tasks.length > 0 : before.tasks !== after.tasks,
    ]),
  };
}
