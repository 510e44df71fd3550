import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { workflowIdOf } from '@stepway/contracts/names';
import { openEventLog, openRecorder, type EventLog, type Recorder } from '@stepway/event-log';
import { commandOf, fromMs, msPerDay, type Command, type Instant } from '@stepway/pathway';
import {
  createKeys,
  createTemporalClient,
  createTouch,
  readKeys,
  readProgrammes,
  reconcile,
  type Configuration,
  type Touch,
} from '@stepway/platform';
import { freshDatabase, freshNamespace } from '@stepway/test-support';
import type { Client } from '@temporalio/client';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleFromSource } from './specs/bundle-from-source.ts';
import { silentLogger } from './specs/silent-logger.ts';
import { until } from './specs/until.ts';
import { installRuntime } from './temporal-runtime.ts';
import { WorkerModule } from './worker.module.ts';

installRuntime(silentLogger);

const programmesDir = join(import.meta.dirname, '../../../libs/pathway/programmes');
const folder = mkdtempSync(join(tmpdir(), 'worker-'));
const nurse = { id: 'nurse-1', kind: 'person', role: 'nurse' } as const;

let configuration: Configuration;
let workflowBundle: WorkflowBundleWithSourceMap;
let log: EventLog;
let recorder: Recorder;
let client: Client;
let touch: Touch;
beforeAll(async () => {
  const [bundle, database, temporal] = await Promise.all([bundleFromSource(), freshDatabase(), freshNamespace()]);
  const keysFile = join(folder, 'keys.json');
  createKeys(keysFile);
  workflowBundle = bundle;
  configuration = {
    databaseUrl: database.url,
    temporal,
    keysFile,
    kafka: { brokers: [] },
    httpPort: 0,
    mllp: { host: '127.0.0.1', port: 0 },
    webhooks: { loopback: false, keptDays: 30 },
    issuer: 'spec',
    session: { idleMinutes: 30, hours: 12 },
    emergencyMinutes: 60,
    inbox: { quarantineDays: 180, knownDays: 400 },
    deployment: 'spec',
    dataDir: folder,
    logLevel: 'silent',
  };
  log = openEventLog({ connectionString: database.url });
  recorder = openRecorder({ log, contextFor: readProgrammes(programmesDir).contextFor });
  client = createTemporalClient({ ...temporal, keys: readKeys(keysFile) });
  touch = createTouch(client);
});
afterAll(async () => {
  await Promise.all([log.close(), client.connection.close()]);
  rmSync(folder, { recursive: true });
});

/** A worker as it runs in the clinic, beside a spec. */
async function besideAWorker(spec: () => Promise<void>): Promise<void> {
  const onRefused = (error: unknown) => {
    throw error;
  };
  const logger = silentLogger;
  const worker = await WorkerModule.with({ configuration, logger, workflowBundle, programmesDir, onRefused });
  const app = await NestFactory.createApplicationContext(worker, { logger: false, abortOnError: false });
  await app.init();
  try {
    await spec();
  } finally {
    await app.close();
  }
}

const daysAgo = (days: number): Instant => fromMs(Date.now() - days * msPerDay);

async function record(episodeId: string, command: Command): Promise<void> {
  const commandHash = Buffer.from(command.commandId);
  const { outcome } = await recorder.record({ episodeId, command, commandHash, now: fromMs(Date.now()) });
  expect(outcome).toBe('recorded');
}

const envelope = (occurredAt: Instant) => ({ commandId: randomUUID(), actor: nurse, occurredAt });

/** Opened and admitted to IOP: recorded only, nothing run. */
async function admitted(): Promise<string> {
  const episodeId = randomUUID();
  const opening = {
    patientId: randomUUID(),
    programme: { id: 'standard-four', version: 2 },
    siteId: 'main',
    entryLevel: 'iop',
    ageGroup: 'adult',
  } as const;
  await record(episodeId, commandOf('OpenEpisode', opening, envelope(daysAgo(30))));
  await record(episodeId, commandOf('Admit', { level: 'iop', attendedAt: daysAgo(29) }, envelope(daysAgo(29))));
  return episodeId;
}

function cocaineFound(episodeId: string): Promise<void> {
  const report = {
    specimenId: `S-${randomUUID()}`,
    matrix: 'urine',
    collectedAt: daysAgo(1),
    reportedAt: daysAgo(0.5),
    status: 'final',
    validity: { finding: 'valid' },
    results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
    acknowledgedUse: false,
  } as const;
  return record(episodeId, commandOf('RecordDrugTestResult', report, envelope(daysAgo(0.5))));
}

const atRest = (episodeId: string): Promise<true> =>
  until(async () => {
    const stream = await log.stream(episodeId);
    return stream !== undefined && stream.attention === undefined ? true : undefined;
  });
const movesOf = async (episodeId: string): Promise<readonly string[]> =>
  (await log.readStream(episodeId)).events.filter(({ actor }) => actor.kind === 'rule').map(({ type }) => type);
const running = async (episodeId: string): Promise<boolean> => {
  const { status } = await client.workflow.getHandle(workflowIdOf(episodeId)).describe();
  return status.name === 'RUNNING';
};

describe('a fact with a touch', () => {
  it('is followed by the move that the rules ask for', () =>
    besideAWorker(async () => {
      const episodeId = await admitted();
      await cocaineFound(episodeId);
      await touch(episodeId);
      await atRest(episodeId);
      expect(await movesOf(episodeId)).toEqual(expect.arrayContaining(['TransitionConsidered', 'TransitionStarted']));
      expect(await running(episodeId)).toBe(true);
    }));

  it('is followed by each move once, however many touches come', () =>
    besideAWorker(async () => {
      const episodeId = await admitted();
      await cocaineFound(episodeId);
      await Promise.all(Array.from({ length: 10 }, () => touch(episodeId)));
      await atRest(episodeId);
      await touch(episodeId);
      const started = (await movesOf(episodeId)).filter((type) => type === 'TransitionStarted');
      expect(started).toHaveLength(1);
    }));
});

describe('a fact whose touch was lost', () => {
  it('is followed by its move all the same', () =>
    besideAWorker(async () => {
      const episodeId = await admitted();
      await cocaineFound(episodeId);
      await atRest(episodeId);
      expect(await movesOf(episodeId)).toContain('TransitionStarted');
    }));
});

describe('a fact recorded while no worker runs', () => {
  it('is followed by its move when one starts', async () => {
    const episodeId = await admitted();
    await cocaineFound(episodeId);
    await touch(episodeId);
    expect(await movesOf(episodeId)).toEqual([]);
    await besideAWorker(async () => {
      await atRest(episodeId);
      expect(await movesOf(episodeId)).toContain('TransitionStarted');
    });
  });
});

describe('an open journey whose workflow Temporal lost', () => {
  it('has one again as soon as a worker starts', async () => {
    const episodeId = await admitted();
    await besideAWorker(async () => {
      await touch(episodeId);
      await atRest(episodeId);
      await client.workflow.getHandle(workflowIdOf(episodeId)).terminate();
      await until(async () => ((await listed(episodeId)) ? undefined : true));
    });
    await besideAWorker(async () => {
      await until(async () => ((await running(episodeId)) ? true : undefined));
    });
  });

  it('is found by comparing, and only it is touched', () =>
    besideAWorker(async () => {
      const [lost, kept] = [await admitted(), await admitted()];
      for (const episodeId of [lost, kept]) {
        await touch(episodeId);
        await atRest(episodeId);
        await until(async () => ((await listed(episodeId)) ? true : undefined));
      }
      await client.workflow.getHandle(workflowIdOf(lost)).terminate();
      await until(async () => ((await listed(lost)) ? undefined : true));
      const touched: string[] = [];
      const spy: Touch = async (episodeId) => {
        touched.push(episodeId);
        await touch(episodeId);
      };
      await reconcile({ open: log.openStreams(), client, touch: spy });
      expect(touched).toContain(lost);
      expect(touched).not.toContain(kept);
    }));

  it('that cannot be touched keeps no other from it, and is told of', async () => {
    const lost = await Promise.all(Array.from({ length: 10 }, admitted));
    const touched: string[] = [];
    const failing: Touch = async (episodeId) => {
      if (episodeId === lost[0]) throw new Error('too many signals');
      touched.push(episodeId);
    };
    await expect(reconcile({ open: log.openStreams(), client, touch: failing })).rejects.toThrow('too many signals');
    expect(touched).toEqual(expect.arrayContaining(lost.slice(1)));
  });

  async function listed(episodeId: string): Promise<boolean> {
    const query = `WorkflowId = '${workflowIdOf(episodeId)}' AND ExecutionStatus = 'Running'`;
    for await (const _ of client.workflow.list({ query })) return true;
    return false;
  }
});

describe('a journey that is over, with nothing due', () => {
  it('has no workflow any more', () =>
    besideAWorker(async () => {
      const episodeId = await admitted();
      // After a discharge people are followed up for a year; nothing is asked after a death.
      const death = { at: daysAgo(0.2), cause: 'not-known' } as const;
      await record(episodeId, commandOf('RecordDeath', death, envelope(daysAgo(0.2))));
      await touch(episodeId);
      await client.workflow.getHandle(workflowIdOf(episodeId)).result();
      expect(await log.stream(episodeId)).toMatchObject({ over: true });
    }));
});
