import { upcast, type Upcasts, VersionUnknown } from '@stepway/contracts';
import { type Actor, type CareEvent, type EventType, eventTypes } from '@stepway/pathway';
import type { CustomTypesConfig } from 'pg';
import pg from 'pg';
import { UnreadableEvent } from '../errors.ts';

/** What of a row of `log.event` tells the event. */
export interface TellingRow {
  readonly episode_id: string;
  readonly version: string;
  readonly event_id: string;
  readonly command_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: unknown;
  readonly metadata: Metadata;
  readonly occurred_at: string;
  readonly recorded_at: string;
}

/** One row of `log.event`, as the queries of this package read it. */
export interface EventRow extends TellingRow {
  readonly index: number;
  readonly command_hash: Buffer;
  readonly hash: Buffer;
  readonly stored_at: string;
}

export interface Metadata {
  readonly actor: Actor;
  readonly causedBy?: string;
  readonly traceparent?: string;
}

export const eventColumns = `e.episode_id, e.version, e.event_id, e.command_id, e.index, e.command_hash, e.type,
  e.schema_version, e.data, e.metadata, e.hash, e.occurred_at, e.recorded_at, e.stored_at`;

export const tellingColumns = `e.episode_id, e.version, e.event_id, e.command_id, e.type, e.schema_version, e.data,
  e.metadata, e.occurred_at, e.recorded_at`;

const timestamptz: number = pg.types.builtins.TIMESTAMPTZ;

/** Moments come as instants, not as `Date`: they are compared and hashed as text. */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === timestamptz ? instant : pg.types.getTypeParser(oid, format),
};

function instant(text: string): string {
  // `2026-11-20 14:10:00.123456+00`: in UTC (as our sessions are) the text only has to be rearranged.
  if (!text.endsWith('+00')) return new Date(text.replace(/([+-]\d\d)$/, '$1:00')).toISOString();
  const ms = text.slice(19, -3).slice(1, 4).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${ms}Z`;
}

const known: ReadonlySet<string> = new Set(eventTypes);
const isEventType = (type: string): type is EventType => known.has(type);

/**
 * The event of a row, of whatever version, in today's shape.
 * @throws UnreadableEvent if this build does not know the type or the version: an older program must not guess
 */
export function careEvent(row: TellingRow, chains?: Upcasts): CareEvent {
  const { type } = row;
  if (!isEventType(type)) throw new UnreadableEvent(row.event_id, `its type ${type} is not known`);
  const { actor, causedBy } = row.metadata;
  const event = {
    type,
    id: row.event_id,
    episodeId: row.episode_id,
    version: Number(row.version),
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actor,
    commandId: row.command_id,
    data: inTodaysShape(row, type, chains),
    ...(causedBy === undefined ? {} : { causedBy }),
  };
  // The log holds only what `append` took as a NewEvent of this type, and the hash chain shows any change since.
  return event as CareEvent;
}

function inTodaysShape({ event_id, schema_version: version, data }: TellingRow, type: EventType, chains?: Upcasts) {
  try {
    return upcast({ type, version, data }, chains);
  } catch (error) {
    if (error instanceof VersionUnknown) throw new UnreadableEvent(event_id, `its version ${version} is not known`);
    throw error;
  }
}
