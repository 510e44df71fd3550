import { commandTypes, eventTypes } from '@stepway/pathway';
import { careHeaders, clinicalHeaders, deadHeaders, partnerHeaders } from './asyncapi-headers.ts';
import {
  careTopic,
  careTopicPartitions,
  clinicalInDeadTopic,
  clinicalInPartitions,
  clinicalInTopic,
  partnerReplayTopic,
  partnerTopic,
  partnerTopicPartitions,
  schemaPath,
} from './names.ts';
import { schemaBook, type PublishedSchema, type SchemaBook } from './published-schemas.ts';
import {
  careMessages,
  clinicalMessages,
  partnerMessages,
  partnerNotice,
  type PublishedMessage,
} from './published/messages.ts';
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
  const partner = partnerMessages.map((one) => [
    one.ceType,
    message(one, partnerHeaders(one.ceType), payload(one, sent), 'The partner’s own pseudonym of the journey'),
  ]);
  const toPartner = { messages: references(partnerMessages.map(({ ceType }) => ceType)) };
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
      partner: {
        title: 'What one partner may see, by consent at the moment of delivery',
        address: partnerTopic('{partnerId}'),
        parameters: { partnerId: { description: 'As registered' } },
        ...toPartner,
        bindings: { kafka: { partitions: partnerTopicPartitions, bindingVersion: kafka } },
      },
      partnerReplay: {
        title: 'What a partner asked to be told again, by the consent that holds now',
        address: partnerReplayTopic('{partnerId}', '{jobId}'),
        parameters: { partnerId: { description: 'As registered' }, jobId: { description: 'Of the replay' } },
        ...toPartner,
      },
      webhook: {
        title: 'Where a partner hears that there is something (Standard Webhooks); the data are asked for by its id',
        address: null,
        messages: references(['partnerNotice']),
      },
    },
    operations: {
      publishCareEvents: operation('send', 'care', 'The relay sends what the log has'),
      tellPartner: operation('send', 'partner', 'The relay tells what a consent allows, and that one ended'),
      tellAgain: operation('send', 'partnerReplay', 'The relay tells again what a partner asked for'),
      notifyPartner: operation('send', 'webhook', 'The relay tells the receiver of a partner'),
      takeClinicalFacts: operation('receive', 'clinicalIn', 'The intake stores what registered senders say'),
      keepDeadLetters: operation('send', 'clinicalInDead', 'The intake sends what it cannot take, with the reason'),
    },
    components: {
      messages: {
        ...Object.fromEntries([...care, ...clinical, ...partner]),
        partnerNotice: {
          name: partnerNotice.ceType,
          title: partnerNotice.title,
          contentType: 'application/json',
          payload: payload(partnerNotice, sent),
          'x-schema': schemaPath(partnerNotice.ceType),
        },
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
