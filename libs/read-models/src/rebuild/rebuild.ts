import { notOpened, type CareEvent, type OpenedJourney } from '@stepway/pathway';
import type { Pool, PoolClient } from 'pg';
import type { ContextFor } from '../change.ts';
import { markWhole } from '../filling/coverage.ts';
import { readModels, type Projection, type ReadModelName } from '../models.ts';
import { ringForAll } from '../projection/bell.ts';
import { unparkAll } from '../projection/parked.ts';
import { foldRows, type PlannedRows } from '../projection/plan.ts';
import { holdTables } from '../projection/table-lock.ts';
import { writeRows } from '../projection/write-rows.ts';
import type { Table } from '../table.ts';
import { beAlone } from './alone.ts';
import { besideName, dropBeside, emptyBesideOf, measureBeside, openBeside, swapBeside } from './beside.ts';
import { compareBeside, journeysBehind, type Difference } from './compare.ts';
import { asFarAsLive } from './parked-journeys.ts';

export interface RebuildProgress {
  readonly phase: 'fold' | 'catch-up' | 'compare' | 'swap';
  readonly events: number;
  readonly journeys: number;
}

export interface RebuildReport {
  readonly models: readonly ReadModelName[];
  readonly events: number;
  readonly journeys: number;
  /** Journeys that the live tables had not caught up with (or that are parked): not compared. */
  readonly behind: number;
  readonly differences: readonly Difference[];
  readonly swapped: boolean;
  readonly durationMs: number;
}

export interface RebuildOptions {
  /** Statements of a rebuild take minutes: without a statement timeout. */
  readonly pool: Pool;
  /** Default: all. */
  readonly models?: readonly ReadModelName[];
  readonly contextFor: ContextFor;
  /** All journeys of the log, each with its events in order. */
  readonly readJourneys: () => AsyncIterable<readonly CareEvent[]>;
  /** The events of one journey, in order. */
  readonly readEvents: (episodeId: string) => Promise<readonly CareEvent[]>;
  /**
   * Whether the new tables take the places of the live ones: `if-equal` (default; a person has to accept a difference),
   * `always`, or `never` (verification). `unseen`: always and without a comparison, for tables that are known to lack
   * the past; then a journey that live work has parked is built as far as live work has come with it.
   */
  readonly swap?: 'if-equal' | 'always' | 'never' | 'unseen';
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/** So many events are folded before their rows are written. */
const eventsPerWrite = 5_000;

/**
 * Builds read models again, straight from the log, beside the live tables, while the projector goes on; then holds it
 * for a moment, catches up with what was appended meanwhile, compares, and swaps in one transaction.
 * One at a time. An event that cannot be projected ends the rebuild with its error: what live work parks, a rebuild does
 * not pass over, unless it is `unseen`.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const begun = performance.now();
  const { pool, models = allModels, swap = 'if-equal', onProgress, readJourneys } = options;
  const rows = models.flatMap((model): readonly Projection[] => readModels[model]);
  const tables = rows.map(({ table }) => table);
  const client = await pool.connect();
  // A connection that breaks must not end the process: the next statement says so.
  client.on('error', () => undefined);
  let events = 0;
  let journeys = 0;
  const progress = (phase: RebuildProgress['phase']): void => onProgress?.({ phase, events, journeys });
  try {
    await beAlone(client);
    await prepare(client);
    await openBeside(client, tables);
    const fold = (stream: readonly CareEvent[]): PlannedRows | undefined => {
      const [first] = stream;
      return first && foldRows(notOpened(first.episodeId), stream, options.contextFor, rows);
    };
    const write = writer(client, swap === 'unseen' ? await asFarAsLive(client, fold) : fold);
    for await (const stream of readJourneys()) {
      if (stream.length === 0) continue;
      events += stream.length;
      journeys += 1;
      if (await write(stream)) progress('fold');
    }
    await write.rest();

    await catchUp(client, tables, write, options);
    await measureBeside(client, tables);
    progress('catch-up');
    await client.query('BEGIN');
    // From here on no projection commits; what it had committed before is in the log, so one more round has it all.
    await client.query(holdTables);
    await catchUp(client, tables, write, options);
    progress('compare');
    const [differences, behind] =
      swap === 'unseen' ? [[], 0] : [await compareBeside(client, tables), await journeysBehind(client)];
    const swapped = swap === 'always' || swap === 'unseen' || (swap === 'if-equal' && differences.length === 0);
    if (swapped) {
      await swapBeside(client, tables);
      await markWhole(client, tables);
      // What was parked is in the new tables, or the rebuild would have failed on it.
      if (models.includes('journey') && swap !== 'unseen') await unparkAll(client);
      await ringForAll(client, new Date().toISOString());
    } else await dropBeside(client, tables);
    await client.query('COMMIT');
    progress('swap');
    const durationMs = Math.round(performance.now() - begun);
    return { models, events, journeys, behind, differences, swapped, durationMs };
  } finally {
    // The session's own settings and its list of versions go with the connection.
    client.release(true);
  }
}

const allModels = Object.keys(readModels).filter((name): name is ReadModelName => name in readModels);

async function prepare(client: PoolClient): Promise<void> {
  // What a crash could lose is built again; the swap is made safe by its own commit.
  await client.query(`SET synchronous_commit = off; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
    SET work_mem = '64MB';
    CREATE TEMP TABLE rebuilt (episode_id text COLLATE "C" PRIMARY KEY, version bigint NOT NULL)`);
}

/** The rows of a journey; undefined if nothing of it can be folded. */
export type Fold = (events: readonly CareEvent[]) => PlannedRows | undefined | Promise<PlannedRows | undefined>;

interface Writer {
  /** Folds a journey; writes when enough has come together, and says so. */
  (events: readonly CareEvent[]): Promise<boolean>;
  rest(): Promise<void>;
}

function writer(client: PoolClient, fold: Fold): Writer {
  let waiting: PlannedRows[] = [];
  let count = 0;
  // One statement is under way while the next rows are read and folded.
  let underWay: Promise<void> = Promise.resolve();
  const send = async (batch: readonly PlannedRows[]): Promise<void> => {
    await writeRows(client, batch, besideName);
    await note(
      client,
      batch.map(({ change }) => change.after),
    );
  };
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    count = 0;
    await underWay;
    if (batch.length === 0) return;
    underWay = send(batch);
    underWay.catch(() => undefined); // whoever waits for it next gets the error
  };
  const write = async (events: readonly CareEvent[]): Promise<boolean> => {
    const rows = await fold(events);
    if (rows === undefined) return false;
    waiting.push(rows);
    count += events.length;
    if (count < eventsPerWrite) return false;
    await flush();
    return true;
  };
  const rest = async (): Promise<void> => {
    await flush();
    await underWay;
  };
  return Object.assign(write, { rest });
}

async function note(client: PoolClient, journeys: readonly OpenedJourney[]): Promise<void> {
  await client.query(
    `INSERT INTO pg_temp.rebuilt SELECT * FROM unnest($1::text[], $2::bigint[])
     ON CONFLICT (episode_id) DO UPDATE SET version = excluded.version`,
    [journeys.map(({ episodeId }) => episodeId), journeys.map(({ version }) => version)],
  );
}

/** Folds journeys again that have grown or begun since they were read. */
async function catchUp(
  client: PoolClient,
  tables: readonly Table[],
  write: Writer,
  { readEvents }: RebuildOptions,
): Promise<void> {
  const { rows } = await client.query<{ episode_id: string }>(
    `SELECT episode_id FROM log.stream s WHERE NOT EXISTS (
       SELECT FROM pg_temp.rebuilt r WHERE r.episode_id = s.episode_id AND r.version >= s.version)`,
  );
  await emptyBesideOf(
    client,
    tables,
    rows.map((row) => row.episode_id),
  );
  for (const row of rows) await write(await readEvents(row.episode_id));
  await write.rest();
}
