import { LeadershipLost, type EventLog, type Leadership } from '@stepway/event-log';
import { careMessage, type Messaging, type Origin, type TopicSettings } from '@stepway/messaging';

/** Another relay publishes to this cluster; it will be the one that goes on. */
export class PublishedByAnother extends Error {
  readonly code = 'PUBLISHED_BY_ANOTHER';
  constructor() {
    super('Another process publishes the care events');
    this.name = 'PublishedByAnother';
  }
}

/** The care topic of one Kafka cluster, and how far the log has been published to it. */
export interface CareTopic {
  /**
   * Publishes the next events that have positions; gives how many. The checkpoint moves when all replicas have them, at
   * the latest when the topic is released.
   */
  publish(): Promise<number>;
  release(): Promise<void>;
}

export interface CareTopicOptions {
  readonly log: Pick<EventLog, 'tryLead' | 'readPlaced'>;
  readonly messaging: Messaging;
  readonly settings: TopicSettings;
  readonly origin: Origin;
  /** Most events in one send. */
  readonly batch: number;
}

/**
 * Makes sure that the topic is as it should be, and finds the place to go on from. The checkpoint belongs to the
 * cluster: another one, or one that was wiped, gets everything again.
 */
export async function openCareTopic(options: CareTopicOptions): Promise<CareTopic> {
  const { log, messaging, settings, origin, batch } = options;
  const { topic } = settings;
  await messaging.ensureTopics([settings]);
  const leadership = await log.tryLead(`${topic}@${await messaging.clusterId()}`);
  if (leadership === undefined) throw new PublishedByAnother();
  let published = await startAfter(leadership, messaging, topic).catch(async (error: unknown) => {
    await leadership.release();
    throw error;
  });
  let noted: Promise<void> = Promise.resolve();
  return {
    publish: async () => {
      await noted;
      if (leadership.lost.aborted) throw new LeadershipLost(leadership.processor);
      const events = await log.readPlaced(published, batch);
      const last = events.at(-1);
      if (last === undefined) return 0;
      await messaging.send(
        topic,
        events.map((event) => careMessage(event, origin)),
      );
      // Only now: a crash before this line sends the batch again, in order, and readers drop what they have. It is
      // written while the next events are gathered, and before any of those is published.
      noted = leadership.checkpoint(last.position);
      noted.catch(() => undefined); // the next publishing says so
      published = last.position;
      return events.length;
    },
    release: async () => {
      await noted.catch(() => undefined); // whoever comes next publishes those events again
      await leadership.release();
    },
  };
}

async function startAfter(leadership: Leadership, messaging: Messaging, topic: string): Promise<bigint> {
  const offsets = await messaging.offsets(topic);
  const wiped = leadership.position > 0n && offsets.every(({ next }) => next === 0n);
  if (!wiped) return leadership.position;
  await leadership.checkpoint(0n);
  return 0n;
}
