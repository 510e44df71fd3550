import { randomBytes, randomUUID } from 'node:crypto';
import { emptyStream, openEventLog, type EventLog, type Leadership, type StreamHead } from '@stepway/event-log';
import { careMessage, createMessaging, type Message, type Messaging, type TopicSettings } from '@stepway/messaging';
import type { NewEvent } from '@stepway/pathway';
import { createLogger, createPool, programmesDir, readProgrammes } from '@stepway/platform';
import {
  askRetry,
  createProjector,
  journeyVersion,
  openReadDoorbell,
  parkedSummary,
  readBoard,
  readLagMs,
  storedOffsets,
  waitForVersion,
  type ReadDoorbell,
} from '@stepway/read-models';
import { freshDatabase, testKafka } from '@stepway/test-support';
import type pg from 'pg';
import { CareReader } from './care-reader.ts';

const logger = createLogger({ program: 'spec', level: 'silent' });
const now = '2026-11-20T10:00:00.000Z';

let log: EventLog;
let pool: pg.Pool;
let messaging: Messaging;
let doorbell: ReadDoorbell;
let settings: TopicSettings;
let leadership: Leadership | undefined;
let published = 0n;
const heads = new Map<string, StreamHead>();
const running: CareReader[] = [];

beforeEach(async () => {
  messaging = createMessaging({ kafka: await testKafka(), program: 'spec', notices: logger });
  const { url } = await freshDatabase();
  log = openEventLog({ connectionString: url });
  pool = createPool({ url, program: 'spec', pipeline: true, logger });
  doorbell = openReadDoorbell({ connectionString: url });
  settings = { topic: `spec.${randomBytes(6).toString('hex')}.v1`, partitions: 3, retentionMs: 86_400_000 };
  leadership = await log.tryLead('positions');
  published = 0n;
  heads.clear();
  await messaging.ensureTopics([settings]);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.beforeApplicationShutdown()));
  await leadership?.release();
  await doorbell.close();
  await messaging.close();
  await log.close();
  await pool.end();
});

/** A projector as it starts. */
function reader(change: { messaging?: Messaging } = {}): CareReader {
  const projector = createProjector({
    pool,
    contextFor: readProgrammes(programmesDir({})).contextFor,
    readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    now: () => new Date().toISOString(),
  });
  const groupId = `spec-${settings.topic}`;
  const started = new CareReader({ projector, messaging, pool, logger, settings, groupId, batch: 20, ...change });
  started.onApplicationBootstrap();
  running.push(started);
  return started;
}

async function stop(started: CareReader): Promise<void> {
  await started.beforeApplicationShutdown();
  running.splice(running.indexOf(started), 1);
}

async function record(episodeId: string, ...events: readonly NewEvent[]): Promise<number> {
  const result = await log.append({
    episodeId,
    commandId: randomUUID(),
    commandHash: Buffer.from('spec'),
    actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
    recordedAt: now,
    expected: heads.get(episodeId) ?? emptyStream,
    events,
  });
  if (result.outcome !== 'appended') throw new Error(result.outcome);
  heads.set(episodeId, result.head);
  return result.head.version;
}

const opened = (episodeId: string): Promise<number> =>
  record(
    episodeId,
    {
      type: 'EpisodeOpened',
      occurredAt: now,
      data: {
        patientId: `patient-of-${episodeId}`,
        programme: { id: 'standard-four', version: 2 },
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      },
    },
    { type: 'Admitted', occurredAt: now, data: { level: 'iop', attendedAt: now } },
  );

const paused = (episodeId: string, hold: number): Promise<number> =>
  record(episodeId, {
    type: 'HoldPlaced',
    occurredAt: now,
    data: { holdId: `hold-${hold}`, until: '2026-11-25T10:00:00.000Z' },
  });

/** What the relay does: gives places, and sends what has one. */
async function publish(change: (messages: Message[]) => Message[] = (messages) => messages): Promise<void> {
  if (leadership === undefined) throw new Error('Somebody else leads');
  while ((await log.place(leadership, 1_000)).placed > 0);
  const events = await log.readPlaced(published, 1_000);
  const messages = events.map((event) =>
    careMessage(event, { deployment: 'spec', publicUrl: 'http://127.0.0.1:4000' }),
  );
  await messaging.send(settings.topic, change(messages));
  published = events.at(-1)?.position ?? published;
}

const shown = (episodeId: string, version: number): Promise<boolean> =>
  waitForVersion(pool, doorbell, { episodeId, version, timeoutMs: 30_000 });

/** Asks again until it is so; the spec's own timeout ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the projector', () => {
  it('shows on the board what was recorded, tells those who listen, and is then not behind', async () => {
    reader();
    const version = await opened('ada');
    expect(await readLagMs(pool)).toBeGreaterThan(0);
    await publish();
    expect(await shown('ada', version)).toBe(true);
    const board = await readBoard(pool, {}, { now, today: () => '2026-11-20' });
    expect(board.items).toMatchObject([{ episodeId: 'ada', status: 'active', level: 'iop' }]);
    expect(await readLagMs(pool)).toBe(0);
    const unpublished = await paused('ada', 1);
    expect(await readLagMs(pool)).toBeGreaterThan(0);
    await publish();
    expect(await shown('ada', unpublished)).toBe(true);
    expect(await readLagMs(pool)).toBe(0);
  });

  it('goes on where its tables are after it was stopped', async () => {
    const journeys = Array.from({ length: 12 }, (_, index) => `journey-${index}`);
    for (const episodeId of journeys) await opened(episodeId);
    await publish();
    const first = reader();
    for (const episodeId of journeys) expect(await shown(episodeId, 2)).toBe(true);
    await stop(first);
    for (const episodeId of journeys) await paused(episodeId, 1);
    await publish();
    reader();
    for (const episodeId of journeys) expect(await shown(episodeId, 3)).toBe(true);
    const offsets = await storedOffsets(pool, settings.topic);
    expect(offsets.reduce((sum, { next }) => sum + next, 0n)).toBe(36n);
  });

  it('closes from the log what Kafka has lost', async () => {
    await opened('ada');
    await publish(() => []);
    const version = await paused('ada', 1);
    await publish();
    reader();
    expect(await shown('ada', version)).toBe(true);
  });

  it('reads a broker from the beginning that was wiped and came back as another', async () => {
    const version = await opened('ada');
    await opened('ben');
    await publish();
    const first = reader();
    expect(await shown('ada', version)).toBe(true);
    expect(await shown('ben', 2)).toBe(true);
    await stop(first);
    // The same topic, empty, on a cluster of another id: the offsets in the table point beyond its end.
    const before = await storedOffsets(pool, settings.topic);
    settings = { ...settings, topic: `${settings.topic}.again` };
    await pool.query('UPDATE read.offset SET topic = $1, next = next + 1000', [settings.topic]);
    await messaging.ensureTopics([settings]);
    published = 0n;
    const later = await paused('ada', 1);
    await publish();
    reader({ messaging: { ...messaging, clusterId: async () => 'another-cluster' } });
    expect(await shown('ada', later)).toBe(true);
    const { rows } = await pool.query<{ versions: number }>('SELECT count(*)::int AS versions FROM read.journey');
    expect(rows).toEqual([{ versions: 2 }]);
    const read = BigInt(['ada', 'ben'].length * 2 + 1);
    expect(before.reduce((sum, { next }) => sum + next, 0n)).toBe(4n);
    await until(async () => {
      const after = await storedOffsets(pool, settings.topic);
      const onNew = after.filter(({ clusterId }) => clusterId === 'another-cluster');
      return onNew.reduce((sum, { next }) => sum + next, 0n) === read;
    });
  });

  it('parks one journey whose record cannot be read, and shows the neighbours', async () => {
    await opened('ada');
    await opened('ben');
    await publish((messages) =>
      messages.map((message) => (message.key === 'ada' ? { ...message, value: Buffer.from('{"level":7}') } : message)),
    );
    const first = reader();
    expect(await shown('ben', 2)).toBe(true);
    await until(async () => (await parkedSummary(pool)).episodeIds.length > 0);
    expect(await parkedSummary(pool)).toMatchObject({ episodeIds: ['ada'], byReason: { NOT_BY_CONTRACT: 1 } });
    expect(await journeyVersion(pool, 'ada')).toBe(0);
    // The next start tries again, from the log, where the facts are sound.
    await stop(first);
    reader();
    expect(await shown('ada', 2)).toBe(true);
    expect(await parkedSummary(pool)).toMatchObject({ episodeIds: [], records: 0 });
  });

  it('tries a parked journey again when somebody asks, without a new start', async () => {
    await opened('ada');
    await publish((messages) => messages.map((message) => ({ ...message, value: Buffer.from('{"level":7}') })));
    reader();
    await until(async () => (await parkedSummary(pool)).episodeIds.length > 0);
    expect(await askRetry(pool, 'ada')).toBe(true);
    expect(await shown('ada', 2)).toBe(true);
    expect(await parkedSummary(pool)).toMatchObject({ episodeIds: [], records: 0 });
    expect(await askRetry(pool, 'ada')).toBe(false);
  });

  it('believes a database that lost its last commits in a crash, also the first of a partition', async () => {
    reader();
    expect(await shown('ada', await opened('ada').then(async (version) => (await publish(), version)))).toBe(true);
    // What a crash takes of a commit that did not wait for the disk: rows and place together.
    await pool.query('DELETE FROM read.offset');
    await pool.query('DELETE FROM read.journey');
    const version = await paused('ada', 1);
    await publish();
    expect(await shown('ada', version)).toBe(true);
  });

  it('waits while PostgreSQL ends its connections, and loses and doubles nothing', async () => {
    reader();
    expect(await shown('ada', await opened('ada').then(async (version) => (await publish(), version)))).toBe(true);
    for (let hold = 1; hold <= 10; hold += 1) {
      await paused('ada', hold);
      await publish();
      await pool
        .query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'stepway-spec'`,
        )
        .catch(() => undefined);
    }
    expect(await shown('ada', 12)).toBe(true);
    const { rows } = await pool.query<{ holds: number }>(
      `SELECT jsonb_array_length(header -> 'holds') AS holds FROM read.journey WHERE episode_id = 'ada'`,
    );
    expect(rows).toEqual([{ holds: 10 }]);
  });
});
