import { randomBytes, randomUUID } from 'node:crypto';
import type { Partner } from '@stepway/contracts';
import { emptyStream, holdJourneys, openEventLog, type EventLog, type StreamHead } from '@stepway/event-log';
import { createMessaging, type Messaging } from '@stepway/messaging';
import { openPartners, type Partners, type Replay, type StreamProgress } from '@stepway/partners';
import type { EventData, EventType, NewEvent } from '@stepway/pathway';
import { createKeys, createLogger, readKeys } from '@stepway/platform';
import { createPartnerSeal } from '@stepway/privacy';
import { freshDatabase, freshFolder, testKafka, type TestKafka } from '@stepway/test-support';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Relay } from '../relay.ts';
import { PartnerStreams, type PartnerStreamsOptions } from '../partners/partner-streams.ts';

const logger = createLogger({ program: 'spec', level: 'silent' });
const origin = { deployment: 'spec', publicUrl: 'https://spec.example' };

/** A person of the spec: what they hold is written by `record`. */
export interface Someone {
  readonly patientId: string;
  readonly episodeId: string;
}

/** A log, a broker, a relay that places, and as many relays of partners as a spec starts. */
export interface Clinic {
  readonly log: EventLog;
  readonly partners: Partners;
  readonly pool: pg.Pool;
  readonly messaging: Messaging;
  readonly kafka: TestKafka;
  /** Registers a partner; its id is of this spec alone. */
  partner(change?: Partial<Partner>): Promise<Partner>;
  someone(): Promise<Someone>;
  record<T extends EventType>(who: Someone, type: T, data: EventData[T]): Promise<string>;
  streams(change?: Partial<PartnerStreamsOptions>): void;
  /** Ends the streams that run. */
  stopStreams(): Promise<void>;
  /** Resolves when everything up to this event was looked at for the partner; gives how many messages were sent. */
  looked(partnerId: string, eventId: string): Promise<number>;
  /** Resolves when the partner is seen to be in trouble. */
  troubled(partnerId: string): Promise<StreamProgress>;
  /** Resolves when the replay is finished. */
  replayed(partnerId: string, jobId: string): Promise<Replay>;
  close(): Promise<void>;
}

export async function openClinic(): Promise<Clinic> {
  const kafka = await testKafka();
  const { url } = await freshDatabase();
  const log = openEventLog({ connectionString: url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const keysFile = join(await freshFolder(), 'keys.json');
  createKeys(keysFile);
  const partners = openPartners({ pool, seal: createPartnerSeal(readKeys(keysFile)) });
  const connect = (): Messaging => createMessaging({ kafka, program: 'spec', notices: logger });
  const messaging = connect();
  const settings = { topic: `spec.${randomBytes(6).toString('hex')}.v1`, partitions: 1, retentionMs: 86_400_000 };
  const relay = new Relay({ log, messaging, settings, origin, logger });
  relay.onApplicationBootstrap();
  const running: PartnerStreams[] = [];
  const stopStreams = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((one) => one.beforeApplicationShutdown()));
  };
  const heads = new Map<string, StreamHead>();

  const record: Clinic['record'] = async ({ episodeId }, type, data) => {
    const now = new Date().toISOString();
    const result = await log.append({
      episodeId,
      commandId: randomUUID(),
      commandHash: Buffer.from('spec'),
      actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
      recordedAt: now,
      expected: heads.get(episodeId) ?? emptyStream,
      // The generic parameter ties the data to the type; the compiler cannot see it through the union.
      events: [{ type, occurredAt: now, data } as NewEvent],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    heads.set(episodeId, result.head);
    const { events } = await log.readStream(episodeId);
    return events.at(-1)?.id ?? '';
  };
  return {
    ...{ log, partners, pool, messaging, kafka, record },
    partner: async (change = {}) => {
      const partner: Partner = {
        partnerId: `p${randomBytes(5).toString('hex')}`,
        title: 'Harbour House',
        active: true,
        recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
        purpose: 'housing',
        eventTypes: ['Admitted', 'SessionRecorded', 'TransitionStarted', 'HandOffScheduled'],
        ...change,
      };
      await partners.registrations.set(partner, 'spec');
      return partner;
    },
    someone: async () => {
      const who = { patientId: randomUUID(), episodeId: randomUUID() };
      await record(who, 'EpisodeOpened', {
        patientId: who.patientId,
        programme: { id: 'standard-four', version: 1 },
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      });
      await record(who, 'Admitted', { level: 'iop', attendedAt: new Date().toISOString() });
      return who;
    },
    streams: (change = {}) => {
      const streams = new PartnerStreams({
        ...{ log, partners, origin, logger, connect, now: () => new Date() },
        journeys: holdJourneys(log, 100),
        ...change,
      });
      streams.onApplicationBootstrap();
      running.push(streams);
    },
    stopStreams,
    looked: async (partnerId, eventId) => {
      for (;;) {
        const placed = await log.findPlaced(eventId);
        const progress = await partners.progress.of(partnerId);
        if (placed && progress && progress.position >= placed.position) return progress.delivered;
        await pause(20);
      }
    },
    troubled: async (partnerId) => {
      for (;;) {
        const progress = await partners.progress.of(partnerId);
        if (progress?.troubleSince !== undefined) return progress;
        await pause(20);
      }
    },
    replayed: async (partnerId, jobId) => {
      for (;;) {
        const job = (await partners.replays.of(partnerId)).find((one) => one.jobId === jobId);
        if (job?.finishedAt !== undefined) return job;
        await pause(20);
      }
    },
    close: async () => {
      await stopStreams();
      await relay.beforeApplicationShutdown();
      await Promise.all([log.close(), pool.end(), messaging.close()]);
    },
  };
}

export const consentTo = (
  information: EventData['ConsentGiven']['information'],
  change: Partial<EventData['ConsentGiven']> = {},
): EventData['ConsentGiven'] => ({
  consentId: 'k1',
  version: 1,
  kind: 'single-recipient',
  discloser: 'this-programme',
  recipients: [{ recipientId: 'harbour-house' }],
  purposes: ['housing'],
  information,
  statements: ['right-to-revoke'],
  expires: { on: 'date', at: new Date(Date.now() + 90 * 86_400_000).toISOString() },
  signedAt: new Date(Date.now() - 60_000).toISOString(),
  signatures: [{ who: 'patient' }],
  ...change,
});

let sessions = 0;
/** One more session; its id is a canary: it must never be read outside. */
export const session = (): EventData['SessionRecorded'] => ({
  sessionId: `canary-session-${(sessions += 1)}`,
  sessionType: 'group',
  startedAt: new Date().toISOString(),
  minutes: 90,
  attendance: 'attended',
  groupId: 'canary-group',
});
