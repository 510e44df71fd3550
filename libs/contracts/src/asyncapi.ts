import { eventTypes, roles } from '@stepway/pathway';
import { eventData } from './events/events.ts';
import { careEventType, careTopic, careTopicPartitions, kebab } from './names.ts';
import { schemaBook } from './published-schemas.ts';

const text = { type: 'string' } as const;
const moment = { type: 'string', format: 'date-time' } as const;

/** CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the value is the data alone. */
function cloudEventHeaders(type: string) {
  const onEach = {
    ce_specversion: { const: '1.0' },
    ce_id: { ...text, format: 'uuid', description: 'The event id; the same event may come more than once' },
    ce_source: { ...text, description: '/stepway/<deployment>' },
    ce_type: { const: careEventType(type) },
    ce_subject: { ...text, format: 'uuid', description: 'The episode; also the key' },
    ce_time: { ...moment, description: 'When it happened' },
    ce_dataschema: text,
    ce_sequence: { ...text, pattern: '^\\d{10}$', description: 'Version in the journey' },
    ce_position: { ...text, pattern: '^\\d+$', description: 'Place in the whole log' },
    ce_recordedtime: { ...moment, description: 'When it was decided upon' },
    ce_correlationid: { ...text, description: 'The command, or the run, that recorded it' },
    ce_actorid: { ...text, description: 'Who acted: staff, a machine or the rules; never a patient' },
    ce_actorkind: { enum: ['person', 'system', 'rule'] },
    ce_actorrole: { enum: [...roles] },
    'content-type': { const: 'application/json' },
  };
  const onSome = {
    ce_causationid: { ...text, format: 'uuid', description: 'The event that it follows from' },
    ce_traceparent: { ...text, description: 'W3C trace context, where the caller sent one' },
  };
  return { type: 'object', required: Object.keys(onEach), properties: { ...onEach, ...onSome } };
}

/** The care events on Kafka as AsyncAPI 3, made from the events' own schemas. */
export function asyncApiDocument(): Readonly<Record<string, unknown>> {
  const book = schemaBook('#/components/schemas/');
  const messages = Object.fromEntries(
    eventTypes.map((type) => [
      type,
      {
        name: careEventType(type),
        title: kebab(type).replaceAll('-', ' '),
        contentType: 'application/json',
        headers: cloudEventHeaders(type),
        payload: book.schema(eventData[type]),
        bindings: { kafka: { key: { ...text, description: 'Episode id' }, bindingVersion: '0.5.0' } },
      },
    ]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Stepway care events',
      version: '1.0.0',
      description: 'Every fact of every journey, in the order of the journey, at least once. Free text is sealed.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      care: {
        address: careTopic,
        title: 'Care events',
        messages: Object.fromEntries(eventTypes.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
        bindings: { kafka: { topic: careTopic, partitions: careTopicPartitions, bindingVersion: '0.5.0' } },
      },
    },
    operations: {
      publishCareEvents: {
        action: 'send',
        channel: { $ref: '#/channels/care' },
        summary: 'The relay sends what the log has',
      },
    },
    components: { messages, schemas: book.components },
  };
}
