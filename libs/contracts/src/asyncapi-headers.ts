import { roles } from '@stepway/pathway';
import { z } from 'zod';
import { deadReasons } from './names.ts';
import { PartnerMessage } from './partner-events/partner-message.ts';

const text = { type: 'string' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const json = { 'content-type': { const: 'application/json' } } as const;

const headers = (onEach: Readonly<Record<string, object>>, onSome: Readonly<Record<string, object>> = {}) => ({
  type: 'object',
  required: Object.keys(onEach),
  properties: { ...onEach, ...onSome },
});

/** Of a care event: CloudEvents 1.0 in Kafka's binary mode; the attributes are headers, the value is the data alone. */
export const careHeaders = (ceType: string) =>
  headers(
    {
      ce_specversion: { const: '1.0' },
      ce_id: { ...text, format: 'uuid', description: 'The event id; the same event may come more than once' },
      ce_source: { ...text, description: '/stepway/<deployment>' },
      ce_type: { const: ceType },
      ce_subject: { ...text, format: 'uuid', description: 'The episode; also the key' },
      ce_time: { ...moment, description: 'When it happened' },
      ce_dataschema: { ...text, format: 'uri', description: 'Where the schema of the data is fetched, by everybody' },
      ce_sequence: { ...text, pattern: '^\\d{10}$', description: 'Version in the journey' },
      ce_position: { ...text, pattern: '^\\d+$', description: 'Place in the whole log' },
      ce_recordedtime: { ...moment, description: 'When it was decided upon' },
      ce_correlationid: { ...text, description: 'The command, or the run, that recorded it' },
      ce_actorid: { ...text, description: 'Who acted: staff, a machine or the rules; never a patient' },
      ce_actorkind: { enum: ['person', 'system', 'rule'] },
      ce_actorrole: { enum: [...roles] },
      ...json,
    },
    {
      ce_causationid: { ...text, format: 'uuid', description: 'The event that it follows from' },
      ce_traceparent: { ...text, description: 'W3C trace context, where the caller sent one' },
    },
  );

/** Of a fact from outside in binary mode; the structured mode (`application/cloudevents+json`) is taken as well. */
export const clinicalHeaders = (ceType: string) =>
  headers(
    {
      ce_specversion: { const: '1.0' },
      ce_id: { ...text, minLength: 1, description: 'Of the sender; the same id with the same content changes nothing' },
      ce_source: { ...text, minLength: 1, description: 'The one under which the sender is registered' },
      ce_type: { const: ceType },
    },
    { ce_time: moment, ...json },
  );

/** Of a partner's event: each attribute of its envelope as a header. */
export function partnerHeaders(ceType: string) {
  const { data: _, datacontenttype: __, ...attributes } = PartnerMessage.shape;
  const named = Object.entries(attributes).map(([name, schema]): [string, z.ZodType] => [`ce_${name}`, schema]);
  const known = Object.fromEntries(named.map(([name, schema]) => [name, inText(schema)]));
  const onSome = named.filter(([, schema]) => schema instanceof z.ZodOptional).map(([name]) => name);
  return headers(
    { ...without(known, onSome), ce_type: { const: ceType }, ...json },
    { ...Object.fromEntries(onSome.map((name) => [name, known[name] ?? text])) },
  );
}

/** Headers are texts, whatever the attribute is. */
function inText(schema: z.ZodType): object {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner instanceof z.ZodLiteral) return { const: String(inner.value) };
  if (inner instanceof z.ZodEnum) return { enum: inner.options };
  return text;
}
const without = (of: Readonly<Record<string, object>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)));

/** Of a dead letter, beside the headers that the record came with. */
export const deadHeaders = headers({
  'dead-reason': { enum: [...deadReasons] },
  'dead-partition': { ...text, pattern: '^\\d+$', description: 'Where it stood on the topic of facts' },
  'dead-offset': { ...text, pattern: '^\\d+$' },
});
