import { LeadershipLost, type EventLog, type HeldJourneys, type Leadership } from '@stepway/event-log';
import { partnerMessage, partnerTopicSettings, type Messaging, type Origin } from '@stepway/messaging';
import { prepareDelivery, type JourneyNow, type Partners, type RegisteredPartner } from '@stepway/partners';
import { PublishedByAnother } from '../care-topic.ts';

export interface PartnerTopicOptions {
  readonly log: Pick<EventLog, 'tryLead' | 'readPlaced' | 'positionBefore'>;
  readonly journeys: Pick<HeldJourneys, 'current'>;
  readonly partners: Partners;
  /** Of this partner alone: another's trouble must not hold it up. */
  readonly messaging: Messaging;
  readonly origin: Origin;
  readonly now: () => Date;
  /** Most events of the log looked at for one send. */
  readonly batch: number;
}

/** One partner's topic, and how far the log has been looked at for it. */
export interface PartnerTopic {
  /** Tells what may be told of the next events; gives how many were looked at. */
  publish(): Promise<number>;
  release(): Promise<void>;
}

/** What a broker of another life is told again, at most: what is older lay on the old one no longer either. */
const toldAgainMs = 7 * 86_400_000;

/**
 * Makes sure that the topic is as it should be, and finds the place to go on from: the checkpoint on this cluster; on
 * a new one what was told in the last seven days, through the consent that holds now, and nothing from before the
 * partner was registered.
 */
export async function openPartnerTopic(partnerId: string, options: PartnerTopicOptions): Promise<PartnerTopic> {
  const { log, messaging, partners } = options;
  const settings = partnerTopicSettings(partnerId);
  await messaging.ensureTopics([settings]);
  const leadership = await log.tryLead(`${settings.topic}@${await messaging.clusterId()}`);
  if (leadership === undefined) throw new PublishedByAnother();
  let reached = await startAfter(partnerId, leadership, options).catch(async (error: unknown) => {
    await leadership.release();
    throw error;
  });
  return {
    publish: async () => {
      if (leadership.lost.aborted) throw new LeadershipLost(leadership.processor);
      const registered = await mustBeRegistered(partners, partnerId);
      const events = await log.readPlaced(reached, options.batch);
      const last = events.at(-1);
      if (last === undefined) return 0;
      const messages = await prepareDelivery(
        events,
        { to: { ...registered, from: options.origin }, channel: 'stream', withEnds: true },
        deliveryTools(options),
      );
      if (messages.length > 0)
        await messaging.send(
          settings.topic,
          messages.map((message) => partnerMessage(message)),
        );
      // Only now: a crash before this line asks consent of the batch again, and the partner drops ids that it has.
      await leadership.checkpoint(last.position);
      reached = last.position;
      await partners.progress.moved(partnerId, reached, messages.length);
      return events.length;
    },
    release: () => leadership.release(),
  };
}

export function deliveryTools({ journeys, partners, now }: Pick<PartnerTopicOptions, 'journeys' | 'partners' | 'now'>) {
  const journeyNow: JourneyNow = async (episodeId) => {
    const { journey, head } = await journeys.current(episodeId);
    return { journey, version: head.version };
  };
  const { recordDisclosures, toldBefore } = partners;
  return { journeyNow, recordDisclosures, toldBefore, now: () => now().toISOString() };
}

/** Registrations are never removed. */
async function mustBeRegistered({ registrations }: Partners, partnerId: string): Promise<RegisteredPartner> {
  const registered = await registrations.find(partnerId);
  if (registered === undefined) throw new Error(`Partner ${partnerId} is not registered`);
  return registered;
}

async function startAfter(
  partnerId: string,
  leadership: Leadership,
  { log, partners, now }: PartnerTopicOptions,
): Promise<bigint> {
  if (leadership.position > 0n) return leadership.position;
  const { afterPosition } = await mustBeRegistered(partners, partnerId);
  const recent = await log.positionBefore(new Date(now().getTime() - toldAgainMs).toISOString());
  return recent > afterPosition ? recent : afterPosition;
}
