import { commandTypes, eventTypes, type CommandType, type EventType } from '@stepway/pathway';
import type { z } from 'zod';
import { commandBodies } from '../commands/commands.ts';
import { eventData } from '../events/events.ts';
import { careEventType, clinicalCommandType, consentEndedType, kebab, partnerEventType } from '../names.ts';
import { partnerEventData, partnerEventTypes } from '../partner-events/partner-events.ts';
import { ConsentEnded, PartnerMessage, PartnerNotice } from '../partner-events/partner-message.ts';
import { versionOf } from '../upcasts/upcast.ts';
import { upcasts, type Upcasts } from '../upcasts/upcasts.ts';

/** What crosses Kafka under a name of its own: the name is for life, its data may only grow. */
export interface PublishedMessage {
  /** The CloudEvents type: `stepway.care.admitted.v1`. */
  readonly ceType: string;
  readonly title: string;
  readonly data: z.ZodType;
  /** Sent by us, so that others must be able to read it; or taken by us, so that others must be able to send it. */
  readonly direction: 'sent' | 'taken';
}

const inWords = (type: string): string => kebab(type).replaceAll('-', ' ');
const sent = (type: EventType, version: number, data: z.ZodType): PublishedMessage => ({
  ...{ ceType: careEventType(type, version), title: inWords(type), data, direction: 'sent' },
});

/** The care events as they are written now. */
export const careMessages = Object.fromEntries(
  eventTypes.map((type) => [type, sent(type, versionOf(type), eventData[type])]),
) as Readonly<Record<EventType, PublishedMessage>>;

/** The versions that stand in the log and are no longer written. */
export const olderCareMessages = (chains: Upcasts): readonly PublishedMessage[] =>
  eventTypes.flatMap((type) => (chains[type] ?? []).map(({ data }, place) => sent(type, place + 1, data)));

const taken = (type: CommandType): PublishedMessage => ({
  ...{ ceType: clinicalCommandType(type), title: inWords(type), data: commandBodies[type], direction: 'taken' },
});

/** A command as data: a fact from outside. */
export const clinicalMessages = Object.fromEntries(commandTypes.map((type) => [type, taken(type)])) as Readonly<
  Record<CommandType, PublishedMessage>
>;

const toPartners = (ceType: string, title: string, data: z.ZodType): PublishedMessage => ({
  ...{ ceType, title, data, direction: 'sent' },
});

/** What a partner's topic carries: the data that a consent and the registration let out; all else is left out. */
export const partnerMessages: readonly PublishedMessage[] = [
  ...partnerEventTypes.flatMap((type) => {
    const data = partnerEventData(type);
    return data === undefined ? [] : [toPartners(partnerEventType(type), inWords(type), data)];
  }),
  toPartners(consentEndedType, 'consent ended', ConsentEnded),
];

/** The whole of a partner's event as HTTP gives it, and as a webhook tells of it. */
export const partnerEnvelope = toPartners('stepway.partner.message.v1', 'partner event', PartnerMessage);
export const partnerNotice = toPartners('stepway.partner.notice.v1', 'body of a webhook', PartnerNotice);

/** Every message that is published, by its CloudEvents type. */
export const publishedMessages: ReadonlyMap<string, PublishedMessage> = new Map(
  [
    ...[...olderCareMessages(upcasts), ...Object.values(careMessages), ...Object.values(clinicalMessages)],
    ...[...partnerMessages, partnerEnvelope, partnerNotice],
  ].map((message) => [message.ceType, message]),
);
