import { clinicalCommandOf, type DeadReason } from '@stepway/contracts/names';
import { commandTypes, type CommandType } from '@stepway/pathway';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import { notUnpacked, type ReceivedMessage } from './messaging.ts';

/** A fact from outside as a CloudEvent says it, its data still to be parsed by a contract. */
export interface ClinicalEvent {
  readonly id: string;
  readonly source: string;
  readonly command: CommandType;
  /** A patient id, or the sender's own key of the person. */
  readonly personKey: string;
  readonly data: unknown;
}

/** Why a record is no fact from outside; it stands in the headers of the dead letter. */
export type NotClinical = Exclude<DeadReason, 'data-not-the-schema' | 'unknown-sender'>;

/** As of messages that come by another way. */
const largest = 1_048_576;

/**
 * Reads a record of the topic of clinical facts: a CloudEvent 1.0, in binary or structured mode
 * (cloudevents/spec, Kafka protocol binding 1.0.2 §3).
 */
export function readClinicalMessage({ key, value, headers }: ReceivedMessage): ClinicalEvent | NotClinical {
  if (value === null && headers[notUnpacked] !== undefined) return 'not-unpacked';
  if (value !== null && value.length > largest) return 'too-large';
  if (key === null || key === '') return 'no-key';
  if (value === null || value.length === 0) return 'no-value';
  const event = cloudEventOf(value, headers);
  if (typeof event === 'string') return event;
  const command = clinicalCommandOf(event.type, commandTypes);
  if (command === undefined) return 'unknown-type';
  if (typeof event.data !== 'object' || event.data === null) return 'data-not-json';
  return { id: event.id, source: event.source, command, personKey: key, data: event.data };
}

/** The attributes of a CloudEvent, whichever mode it came in. */
export interface CloudEventRead {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly data: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export function cloudEventOf(
  value: Buffer,
  headers: Readonly<Record<string, string>>,
): CloudEventRead | Extract<NotClinical, 'not-a-cloudevent' | 'data-not-json'> {
  const text = value.toString('utf8');
  const parsed = json(text);
  const names = Object.fromEntries(Object.entries(headers).map(([name, said]) => [name.toLowerCase(), said]));
  const structured = names['content-type']?.startsWith(cloudEventsJson) === true;
  if (!structured && names['ce_specversion'] !== '1.0') return 'not-a-cloudevent';
  if (parsed === undefined) return structured ? 'not-a-cloudevent' : 'data-not-json';
  try {
    const event = structured ? new CloudEvent({ ...Object(parsed) }) : binary(names, text);
    event.validate();
    const { id, source, type, data, ...attributes } = event.toJSON();
    // Without a content type the library leaves the data as text; only JSON is taken here.
    const said = structured ? data : parsed;
    return { id: String(id), source: String(source), type: String(type), data: said, attributes };
  } catch {
    return 'not-a-cloudevent'; // what the library says may quote what it could not read
  }
}

/** The library's own reading of the structured mode refuses an event without `time`, which is optional. */
const cloudEventsJson = 'application/cloudevents+json';

function binary(headers: Readonly<Record<string, string>>, text: string): CloudEvent<unknown> {
  const record = { headers, key: undefined, value: text, body: text };
  const event = Binding.toEvent(record);
  if (event instanceof CloudEvent) return event;
  throw new TypeError('a batch, or none');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
