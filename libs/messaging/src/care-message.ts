import { upcast, versionOf, type Upcasts } from '@stepway/contracts';
import { careEventType, schemaPath } from '@stepway/contracts/names';
import { eventTypes, type CareEvent, type EventType } from '@stepway/pathway';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import type { Message, ReceivedMessage } from './messaging.ts';

/** A care event with its place in the whole log, as it travels. */
export interface PublishedEvent {
  readonly event: CareEvent;
  /** Dense place in the whole log, from 1. */
  readonly position: bigint;
  readonly traceparent?: string;
}

/** Which installation sends. */
export interface Origin {
  /** Its name in `ce_source`. */
  readonly deployment: string;
  /** Where its API is found, without a slash at the end: `ce_dataschema` points there, absolute as CloudEvents asks. */
  readonly publicUrl: string;
}

/**
 * A care event as a CloudEvent 1.0 in Kafka's binary mode: attributes in headers, the event's data as value.
 */
export function careMessage({ event, position, traceparent }: PublishedEvent, from: Origin): Message {
  const type = careEventType(event.type, versionOf(event.type));
  const cloudEvent = new CloudEvent({
    id: event.id,
    source: `/stepway/${from.deployment}`,
    type,
    subject: event.episodeId,
    time: event.occurredAt,
    dataschema: from.publicUrl + schemaPath(type),
    datacontenttype: 'application/json',
    data: event.data,
    // The standard orders `sequence` as text, so it is padded.
    sequence: String(event.version).padStart(10, '0'),
    position: String(position),
    recordedtime: event.recordedAt,
    correlationid: event.commandId,
    actorid: event.actor.id,
    actorkind: event.actor.kind,
    actorrole: event.actor.role,
    ...(event.causedBy === undefined ? {} : { causationid: event.causedBy }),
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  const { headers } = Binding.binary(cloudEvent);
  return { key: event.episodeId, value: Buffer.from(JSON.stringify(event.data)), headers: onlyTexts(headers) };
}

/** What a record of the care topic says before its data is parsed by a contract: every field is a text or a figure. */
export interface RawCareEvent {
  readonly type: EventType;
  readonly id: string;
  readonly episodeId: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly commandId: string;
  readonly causedBy?: string;
  readonly actor: { readonly id: string; readonly kind: string; readonly role: string };
  readonly data: unknown;
}

export class NotACareEvent extends Error {
  readonly code = 'NOT_A_CARE_EVENT';
  constructor(
    readonly partition: number,
    readonly offset: bigint,
    why: string,
  ) {
    super(`The record at ${partition}/${offset} is no care event: ${why}`);
    this.name = 'NotACareEvent';
  }
}

/**
 * The care event of a record, of whatever version, its data in today's shape and still to be parsed by a contract; the
 * inverse of `careMessage`.
 * @throws NotACareEvent if a header is missing, the type or its version is unknown, or the value is not JSON.
 */
export function readCareMessage(
  message: ReceivedMessage,
  chains?: Upcasts,
): { readonly event: RawCareEvent; readonly position: bigint } {
  const refuse = (why: string): never => {
    throw new NotACareEvent(message.partition, message.offset, why);
  };
  const header = (name: string): string => message.headers[name] ?? refuse(`no header ${name}`);
  const causedBy = message.headers['ce_causationid'];
  const { type, version } = typeOf(header('ce_type'), chains) ?? refuse('its type is unknown');
  const data = parseJson(message.value) ?? refuse('its value is not JSON');
  const event = {
    type,
    id: header('ce_id'),
    episodeId: header('ce_subject'),
    version: wholeNumber(header('ce_sequence')) ?? refuse('ce_sequence is no figure'),
    occurredAt: header('ce_time'),
    recordedAt: header('ce_recordedtime'),
    commandId: header('ce_correlationid'),
    ...(causedBy === undefined ? {} : { causedBy }),
    actor: { id: header('ce_actorid'), kind: header('ce_actorkind'), role: header('ce_actorrole') },
    data: upcast({ type, version, data }, chains),
  };
  return { event, position: BigInt(wholeNumber(header('ce_position')) ?? refuse('ce_position is no figure')) };
}

const typesByName = new Map(eventTypes.map((type) => [careEventType(type), type]));

/** `stepway.care.admitted.v2` → Admitted, 2; undefined for a type or a version that this build does not know. */
function typeOf(ceType: string, chains?: Upcasts): { readonly type: EventType; readonly version: number } | undefined {
  const [, name = '', digits = ''] = /^(.+)[.]v([1-9]\d{0,3})$/.exec(ceType) ?? [];
  const type = typesByName.get(`${name}.v1`);
  const version = Number(digits);
  return type === undefined || version > versionOf(type, chains) ? undefined : { type, version };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The library leaves attributes without a value among the headers, and names the content type twice. */
function onlyTexts(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'ce_datacontenttype',
    ),
  );
}

function parseJson(value: Buffer | null): unknown {
  if (value === null) return undefined;
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    return undefined; // refused by the caller, which knows the record; the text itself must not enter an error
  }
}
