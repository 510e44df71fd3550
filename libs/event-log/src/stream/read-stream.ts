import type { CareEvent } from '@stepway/pathway';
import type { Pool } from 'pg';
import { available } from '../errors.ts';
import { type StreamHead, emptyStream } from '../integrity/chain.ts';
import { type EventRow, type TellingRow, careEvent, eventColumns, rowTypes, tellingColumns } from './row.ts';

/** The events of one journey after some version, in order, and where the stream stands after them. */
export interface StreamSlice {
  readonly events: readonly CareEvent[];
  readonly head: StreamHead;
  /** The commands that wrote them: id → hash of its content. */
  readonly commands: ReadonlyMap<string, Buffer>;
}

/** What the log knows of one command of a journey. */
export interface RecordedCommand {
  readonly commandId: string;
  readonly commandHash: Buffer;
  readonly events: readonly CareEvent[];
}

/** @throws LogUnavailable */
export async function queryEvents<More extends object = object>(
  pool: Pool,
  name: string,
  text: string,
  values: unknown[],
): Promise<(EventRow & More)[]> {
  return (await available(pool.query<EventRow & More>({ name, text, values, types: rowTypes }))).rows;
}

const streamSql = `SELECT ${eventColumns} FROM log.event e WHERE episode_id = $1 AND version > $2 ORDER BY version`;

/** @param after the head seen before: only what came since is read */
export async function readStream(pool: Pool, episodeId: string, after: StreamHead = emptyStream): Promise<StreamSlice> {
  const rows = await queryEvents(pool, 'log.read-stream', streamSql, [episodeId, after.version]);
  const last = rows.at(-1);
  return {
    events: rows.map((row) => careEvent(row)),
    head: last === undefined ? after : { version: Number(last.version), hash: last.hash },
    commands: new Map(rows.map((row) => [row.command_id, row.command_hash])),
  };
}

const eventsSql = `SELECT ${tellingColumns} FROM log.event e WHERE episode_id = $1 AND version > $2 ORDER BY version`;

/** @param after the last version seen: only what came since is read. @throws LogUnavailable */
export async function readEvents(pool: Pool, episodeId: string, after = 0): Promise<readonly CareEvent[]> {
  const asked = pool.query<TellingRow>({
    name: 'log.read-events',
    text: eventsSql,
    values: [episodeId, after],
    types: rowTypes,
  });
  return (await available(asked)).rows.map((row) => careEvent(row));
}

const commandSql = `SELECT ${eventColumns} FROM log.event e WHERE episode_id = $1 AND command_id = $2 ORDER BY index`;

export async function findCommand(
  pool: Pool,
  episodeId: string,
  commandId: string,
): Promise<RecordedCommand | undefined> {
  const rows = await queryEvents(pool, 'log.find-command', commandSql, [episodeId, commandId]);
  const [first] = rows;
  return first && { commandId, commandHash: first.command_hash, events: rows.map((row) => careEvent(row)) };
}
