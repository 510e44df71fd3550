import type { CareEvent } from '@stepway/pathway';
import pg from 'pg';
import { type Attention, awaitingRun, clearAttention } from './attention/attention.ts';
import { available } from './errors.ts';
import type { StreamHead } from './integrity/chain.ts';
import { assertDurable } from './integrity/durable.ts';
import { type Verified, verifyLog } from './integrity/verify.ts';
import type { LogCursor } from './order/cursor.ts';
import { doorbell, listen } from './order/doorbell.ts';
import { type Leadership, tryLead } from './order/leadership.ts';
import { type Placed, placeEvents } from './order/positions.ts';
import { findPlaced, positionBefore } from './order/places.ts';
import { type LogPage, type PlacedEvent, readAll, readPlaced } from './order/read-all.ts';
import type { AppendRequest, AppendResult } from './stream/append.ts';
import { append } from './stream/append-outcome.ts';
import { appendStatement } from './stream/append-statement.ts';
import type { StreamAppend } from './stream/prepare.ts';
import { consentedTo, type NamedRecipient } from './stream/consented.ts';
import { type Opening, openingsOf } from './stream/openings.ts';
import { type JourneyRange, readJourneys } from './stream/read-journeys.ts';
import { type RecordedCommand, type StreamSlice, findCommand, readEvents, readStream } from './stream/read-stream.ts';
import { type StreamState, streamState, streams } from './stream/streams.ts';
import { coalescingWriter } from './stream/writer.ts';

/** The record: every care event of every journey, for ever. Each promise below is kept by the database itself. */
export interface EventLog {
  /**
   * Adds events to the end of one journey's stream, all or none, with its claims and its attention, in one statement.
   * Idempotent by `commandId`. Appends that wait for a connection share a statement.
   * @throws AppendRefused, NotCanonical: a fault of the caller; nothing was sent
   * @throws LogUnavailable: not known whether it took place; asking again with the same command id tells
   */
  append(request: AppendRequest): Promise<AppendResult>;
  /**
   * Adds prepared appends of different journeys, thousands of events, in one statement: for history, where one writer
   * owns the journeys.
   * @returns the ids of the journeys that were not where the writer expected them: nothing of those was written
   */
  appendAll(appends: readonly StreamAppend[]): Promise<readonly string[]>;
  /** One journey in order; no events if unknown. `after`: only what came since. */
  readStream(episodeId: string, after?: StreamHead): Promise<StreamSlice>;
  /** The events alone, for who only looks: a third cheaper to read. `after`: the last version seen. */
  readEvents(episodeId: string, after?: number): Promise<readonly CareEvent[]>;
  /** What a command of this journey recorded, if it did. */
  findCommand(episodeId: string, commandId: string): Promise<RecordedCommand | undefined>;
  /** Every journey's events, one array for each journey, by id: for rebuilding and verifying. */
  readJourneys(range?: JourneyRange): AsyncGenerator<readonly CareEvent[]>;
  /** All journeys in log order, never past a transaction still open: nothing ever appears behind the page. */
  readAll(after: LogCursor, limit: number): Promise<LogPage>;
  /** All journeys by position, as far as the leader has placed them. */
  readPlaced(after: bigint, limit: number): Promise<readonly PlacedEvent[]>;
  /** One event with its place; undefined if unknown, or not placed yet. */
  findPlaced(eventId: string): Promise<PlacedEvent | undefined>;
  /** The last place before a moment of the database's clock: to read on from that moment. */
  positionBefore(at: string): Promise<bigint>;
  /** The last position given; 0 for an empty log. */
  lastPosition(): Promise<bigint>;
  /** Tries to become the one leader of a processor (`relay`); undefined while another process is. */
  tryLead(processor: string, partition?: number): Promise<Leadership | undefined>;
  /** Gives the next events their positions, as far as the horizon. Only ever by one processor's leader. */
  place(leadership: Leadership, limit: number): Promise<Placed>;
  /** A processor's checkpoint; 0 if it never had one. */
  checkpoint(processor: string, partition?: number): Promise<bigint>;
  /** Calls back soon after appends of any process whose log rings the doorbell. A hint: keep polling. */
  onAppended(listener: () => void): () => Promise<void>;
  /** Journeys that have waited for their run for at least so long, oldest first. */
  awaitingRun(olderThanMs: number, limit: number): Promise<readonly Attention[]>;
  /** Age in ms of the oldest journey not yet at rest; 0 when all are. */
  runLagMs(): Promise<number>;
  /** Says that a journey is at rest at this version; nothing happens if it has moved on. */
  clearAttention(episodeId: string, version: number, over: boolean): Promise<void>;
  /** Where one journey stands, without reading its events; undefined if unknown. */
  stream(episodeId: string): Promise<StreamState | undefined>;
  /** Journeys that need a workflow: not over, or a run is owed. By id. */
  openStreams(): AsyncGenerator<StreamState>;
  /** All journeys, by id. */
  streams(): AsyncGenerator<StreamState>;
  /** All journeys of these people, as soon as they are opened. */
  openingsOf(patientIds: readonly string[]): Promise<readonly Opening[]>;
  /** Journeys that have, or once had, a consent which names this recipient, by code or as one of a class. */
  consentedTo(recipient: NamedRecipient): Promise<readonly Opening[]>;
  /** Who holds a claim. */
  claimOwner(kind: string, key: string): Promise<string | undefined>;
  /** Recomputes all hash chains and looks for holes. Reads the whole log. */
  verify(onProgress?: (verified: Verified) => void): Promise<Verified>;
  /** To be asked at boot. @throws NotDurable if the server could lose what it acknowledged */
  assertDurable(): Promise<void>;
  /** Age in ms of the oldest open writing transaction on the server: what stalls `readAll`. */
  oldestWriterMs(): Promise<number>;
  close(): Promise<void>;
}

export interface EventLogOptions {
  /** `postgres://…` of the role `stepway_app`; always the primary. */
  readonly connectionString: string;
  /** Connections at most, beside those of leaders and listeners. Default 10. */
  readonly maxConnections?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** Longest time for one statement, in ms. Default 10,000. */
  readonly statementTimeoutMs?: number;
  /** An idle connection broke; it is replaced. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens the log on PostgreSQL. Connects when first asked; `close` ends all connections. */
export function openEventLog(options: EventLogOptions): EventLog {
  const { connectionString, maxConnections = 10, applicationName = 'stepway', statementTimeoutMs = 10_000 } = options;
  const connection = {
    connectionString,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A server that is frozen, or a line that is half open, applies no limit of its own: a caller must not hang on it.
    query_timeout: statementTimeoutMs + 2_000,
    options: sessionSettings,
  };
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    statement_timeout: statementTimeoutMs,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  const bell = doorbell(pool);
  const writer = coalescingWriter(pool, { onWritten: bell.ring });
  const one = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> =>
    (await available(pool.query<Row>(text, values))).rows[0];

  return {
    append: (request) => append(pool, writer, request),
    appendAll: async (appends) => {
      const { rows } = await available(pool.query<{ episode_id: string }>(appendStatement(appends)));
      bell.ring();
      const won = new Set(rows.map((row) => row.episode_id));
      return appends.map(({ episodeId }) => episodeId).filter((episodeId) => !won.has(episodeId));
    },
    readStream: (episodeId, after) => readStream(pool, episodeId, after),
    readEvents: (episodeId, after) => readEvents(pool, episodeId, after),
    findCommand: (episodeId, commandId) => findCommand(pool, episodeId, commandId),
    readJourneys: (range = {}) => readJourneys(pool, range),
    readAll: (after, limit) => readAll(pool, after, limit),
    readPlaced: (after, limit) => readPlaced(pool, after, limit),
    findPlaced: (eventId) => findPlaced(pool, eventId),
    positionBefore: (at) => positionBefore(pool, at),
    lastPosition: async () => {
      const row = await one<{ last: string | null }>('SELECT max(position) AS last FROM log.position');
      return BigInt(row?.last ?? 0);
    },
    tryLead: async (processor, partition = 0) => {
      const client = new pg.Client(connection);
      client.on('error', () => undefined); // its `end` is what counts
      await available(client.connect());
      return tryLead(pool, client, processor, partition);
    },
    place: (leadership, limit) => placeEvents(pool, leadership, limit),
    checkpoint: async (processor, partition = 0) => {
      const sql = 'SELECT position FROM log.checkpoint WHERE processor = $1 AND partition = $2';
      return BigInt((await one<{ position: string }>(sql, [processor, partition]))?.position ?? 0);
    },
    onAppended: (listener) => listen(() => new pg.Client(connection), listener),
    awaitingRun: (olderThanMs, limit) => awaitingRun(pool, olderThanMs, limit),
    runLagMs: async () => (await awaitingRun(pool, 0, 1))[0]?.ageMs ?? 0,
    clearAttention: (episodeId, version, over) => clearAttention(pool, episodeId, version, over),
    stream: (episodeId) => streamState(pool, episodeId),
    openStreams: () => streams(pool, false),
    streams: () => streams(pool, true),
    openingsOf: (patientIds) => openingsOf(pool, patientIds),
    consentedTo: (recipient) => consentedTo(pool, recipient),
    claimOwner: async (kind, key) =>
      (await one<{ owner: string }>('SELECT owner FROM log.claim WHERE kind = $1 AND key = $2', [kind, key]))?.owner,
    verify: (onProgress) => verifyLog(pool, onProgress),
    assertDurable: () => assertDurable(pool),
    oldestWriterMs: async () => (await one<{ ms: number }>('SELECT log.oldest_writer_ms() AS ms'))?.ms ?? 0,
    close: async () => {
      await bell.close();
      await pool.end();
    },
  };
}

const sessionSettings = [
  'TimeZone=UTC',
  // Prepared statements keep the plan that they got while the tables were still empty, where a scan looks cheap.
  'enable_seqscan=off',
  'jit=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
