import { commandTypes, eventTypes } from '@stepway/pathway';
import { careHeaders, clinicalHeaders, deadHeaders } from './asyncapi-headers.ts';
import {
  careTopic,
  careTopicPartitions,
  clinicalInDeadTopic,
  clinicalInPartitions,
  clinicalInTopic,
  schemaPath,
} from './names.ts';
import { schemaBook, type PublishedSchema, type SchemaBook } from './published-schemas.ts';
import { careMessages, clinicalMessages, type PublishedMessage } from './published/messages.ts';
import { asPublished } from './published/schemas.ts';

const kafka = '0.5.0';
const key = (description: string) => ({ kafka: { key: { type: 'string', description }, bindingVersion: kafka } });
const references = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
const topic = (address: string, partitions: number) => ({
  address,
  bindings: { kafka: { topic: address, partitions, bindingVersion: kafka } },
});

/** A message as AsyncAPI says it; its data are also fetched alone, at the address of its schema. */
const message = ({ ceType, title }: PublishedMessage, headers: object, payload: PublishedSchema, keyed: string) => ({
  name: ceType,
  title,
  contentType: 'application/json',
  headers,
  payload,
  'x-schema': schemaPath(ceType),
  bindings: key(keyed),
});

/** What is on Kafka as AsyncAPI 3, made from the schemas that the programs themselves parse with. */
export function asyncApiDocument(): Readonly<Record<string, unknown>> {
  // What is sent may gain fields, what is taken is checked to the letter: parts of one name are two schemas.
  const sent = schemaBook('#/components/schemas/');
  const taken = schemaBook('#/components/schemas/taken.');
  const care = eventTypes.map((type) => [
    type,
    message(
      careMessages[type],
      careHeaders(careMessages[type].ceType),
      payload(careMessages[type], sent),
      'Episode id',
    ),
  ]);
  const clinical = commandTypes.map((type) => [
    type,
    message(
      clinicalMessages[type],
      clinicalHeaders(clinicalMessages[type].ceType),
      payload(clinicalMessages[type], taken),
      'The person: a patient id, or the sender’s own key of the person',
    ),
  ]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Stepway care events',
      version: '1.0.0',
      description:
        'Every fact of every journey, in the order of the journey, at least once; facts from outside. Free text that is sent is sealed. An event may gain optional fields; anything else is another version beside it.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      care: { title: 'Care events', ...topic(careTopic, careTopicPartitions), messages: references([...eventTypes]) },
      clinicalIn: {
        title: 'Facts from outside: a command of a journey as data',
        ...topic(clinicalInTopic, clinicalInPartitions),
        messages: references([...commandTypes]),
      },
      clinicalInDead: {
        title: 'What can never become a message, as it came',
        ...topic(clinicalInDeadTopic, clinicalInPartitions),
        messages: references(['deadLetter']),
      },
    },
    operations: {
      publishCareEvents: operation('send', 'care', 'The relay sends what the log has'),
      takeClinicalFacts: operation('receive', 'clinicalIn', 'The intake stores what registered senders say'),
      keepDeadLetters: operation('send', 'clinicalInDead', 'The intake sends what it cannot take, with the reason'),
    },
    components: {
      messages: {
        ...Object.fromEntries([...care, ...clinical]),
        deadLetter: {
          name: 'dead-letter',
          title: 'A record that is no fact',
          headers: deadHeaders,
          payload: {},
          bindings: key('As it came'),
        },
      },
      schemas: {
        ...Object.fromEntries(Object.entries(sent.components).map(([name, part]) => [name, asPublished(part, 'sent')])),
        ...Object.fromEntries(
          Object.entries(taken.components).map(([name, part]) => [`taken.${name}`, asPublished(part, 'taken')]),
        ),
      },
    },
  };
}

function payload({ data, direction }: PublishedMessage, book: SchemaBook): PublishedSchema {
  return asPublished(book.schema(data), direction);
}

const operation = (action: 'send' | 'receive', channel: string, summary: string) => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  summary,
});
