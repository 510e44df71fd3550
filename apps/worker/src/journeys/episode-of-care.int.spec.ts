import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { searchAttributes, workflowIdOf } from '@stepway/contracts/names';
import { createTemporalClient, createTouch, type Keys, type Touch } from '@stepway/platform';
import { freshNamespace } from '@stepway/test-support';
import type { JourneyActivities } from '@stepway/episode-of-care';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { ApplicationFailure, defineSearchAttributeKey } from '@temporalio/common';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleFromSource } from '../specs/bundle-from-source.ts';
import { ScriptedJourneys } from '../specs/scripted-journeys.ts';
import { silentLogger } from '../specs/silent-logger.ts';
import { until } from '../specs/until.ts';
import { installRuntime } from '../temporal-runtime.ts';
import { EpisodeWorker } from './episode-worker.ts';
import { createJourneyActivities } from './journey-activities.ts';

installRuntime(silentLogger);

const codecKey = { kid: 'codec-1', key: createSecretKey(randomBytes(32)) };
const keys: Pick<Keys, 'codec'> = { codec: { current: codecKey, retired: [] } };

let workflowBundle: WorkflowBundleWithSourceMap;
let temporal: Awaited<ReturnType<typeof freshNamespace>>;
let client: Client;
let touch: Touch;
beforeAll(async () => {
  [workflowBundle, temporal] = await Promise.all([bundleFromSource(), freshNamespace()]);
  client = createTemporalClient({ ...temporal, keys });
  touch = createTouch(client);
});
afterAll(() => client.connection.close());

/** Runs a spec beside a worker of its own; the worker ends cleanly afterwards. */
async function hosting(activities: JourneyActivities, spec: (episodeId: string) => Promise<void>): Promise<void> {
  const worker = new EpisodeWorker({ temporal, keys, activities, workflowBundle, logger: silentLogger });
  worker.onApplicationBootstrap();
  try {
    await spec(randomUUID());
  } finally {
    await worker.beforeApplicationShutdown();
  }
}

const describeJourney = (episodeId: string): Promise<WorkflowExecutionDescription> =>
  client.workflow.getHandle(workflowIdOf(episodeId)).describe();
const result = (episodeId: string): Promise<unknown> => client.workflow.getHandle(workflowIdOf(episodeId)).result();
const nothingDue = () => ({ over: false });
const over = () => ({ over: true });

describe('a journey that is touched', () => {
  it('is run, and sleeps when nothing is due', async () => {
    const journeys = new ScriptedJourneys(nothingDue);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await journeys.ran(1);
      expect((await describeJourney(episodeId)).status.name).toBe('RUNNING');
    });
  });

  it('is run once more for each touch that comes after a run', async () => {
    const journeys = new ScriptedJourneys(nothingDue);
    await hosting(journeys, async (episodeId) => {
      for (let touches = 1; touches <= 3; touches += 1) {
        await touch(episodeId);
        await journeys.ran(touches);
      }
      expect(journeys.runs.map((run) => run.episodeId)).toEqual([episodeId, episodeId, episodeId]);
    });
  });

  it('is run again when the touch came during a run, and few times for many touches', async () => {
    const running = Promise.withResolvers<void>();
    const journeys = new ScriptedJourneys(async () => {
      await running.promise;
      return { over: false };
    }, nothingDue);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await journeys.began(1);
      await Promise.all(Array.from({ length: 20 }, () => touch(episodeId)));
      running.resolve();
      await journeys.ran(2);
      expect(journeys.runs.length).toBeLessThan(20);
    });
  });

  it('is run at the moment that was due, by itself', async () => {
    const journeys = new ScriptedJourneys((now) => ({ over: false, due: { at: now + 700, cause: 'hand-off' } }), over);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await result(episodeId);
      const [first, second] = journeys.runs;
      expect((second?.now ?? 0) - (first?.now ?? 0)).toBeGreaterThanOrEqual(700);
    });
  });

  it('ends when it is over, and starts again when it is touched later', async () => {
    const journeys = new ScriptedJourneys(over);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await result(episodeId);
      await touch(episodeId);
      await result(episodeId);
      expect(journeys.runs).toHaveLength(2);
    });
  });

  it('loses no touch that comes while it ends', async () => {
    const ending = Promise.withResolvers<void>();
    const journeys = new ScriptedJourneys(async () => {
      await ending.promise;
      return { over: true };
    }, over);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await journeys.began(1);
      await touch(episodeId);
      ending.resolve();
      await journeys.ran(2);
      await result(episodeId);
    });
  });
});

describe('a run that fails', () => {
  it.each([
    ['an error', () => new Error('canary: the database is away')],
    ['a failure that says it is final', () => ApplicationFailure.nonRetryable('canary', 'Final')],
  ])('with %s never ends the journey', async (_, failure) => {
    let failures = 2;
    const run = async () => {
      failures -= 1;
      if (failures >= 0) throw failure();
      return { over: true, version: 1, events: [] };
    };
    await hosting(createJourneyActivities({ run }, silentLogger), async (episodeId) => {
      await touch(episodeId);
      await result(episodeId);
      expect(failures).toBe(-1);
    });
  });
});

describe('an operator who looks at Temporal', () => {
  const nextDue = defineSearchAttributeKey(searchAttributes.nextDue, 'DATETIME');
  const waitsFor = defineSearchAttributeKey(searchAttributes.waitsFor, 'KEYWORD');
  const at = Date.parse('2027-03-01T12:00:00.000Z');

  it('sees what a journey waits for, and until when', async () => {
    const journeys = new ScriptedJourneys(() => ({ over: false, due: { at, cause: 'hand-off' } }), nothingDue);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await journeys.ran(1);
      await shows(episodeId, { at, cause: 'hand-off' });
      await touch(episodeId);
      await journeys.ran(2);
      await shows(episodeId, { cause: 'touch' });
    });
  });

  it('sees no word of what the journey is given', async () => {
    const journeys = new ScriptedJourneys(nothingDue);
    await hosting(journeys, async (episodeId) => {
      await touch(episodeId);
      await journeys.ran(1);
      const handle = client.workflow.getHandle(workflowIdOf(episodeId));
      const { events } = await handle.fetchHistory();
      const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
      expect(Buffer.from(input?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    });
  });

  async function shows(episodeId: string, expected: { at?: number; cause: string }): Promise<void> {
    const shown = await until(async () => {
      const { typedSearchAttributes } = await describeJourney(episodeId);
      return typedSearchAttributes.get(waitsFor) === expected.cause ? typedSearchAttributes : undefined;
    });
    expect(shown.get(nextDue)?.getTime()).toBe(expected.at);
  }
});

describe('a journey of many touches', () => {
  it('begins a new run of itself, loses no touch, and still says what it waits for', async () => {
    const at = Date.parse('2027-03-01T12:00:00.000Z');
    const journeys = new ScriptedJourneys(() => ({ over: false, due: { at, cause: 'review' } }));
    await hosting(journeys, async (episodeId) => {
      const rounds = 90;
      for (let touches = 1; touches <= rounds; touches += 1) {
        await touch(episodeId);
        await journeys.ran(touches);
      }
      const described = await describeJourney(episodeId);
      expect(described.historyLength).toBeLessThan(400);
      expect(described.typedSearchAttributes.get(defineSearchAttributeKey(searchAttributes.waitsFor, 'KEYWORD'))).toBe(
        'review',
      );
      expect(described.raw.workflowExecutionInfo?.firstRunId).not.toBe(described.runId);
    });
  });
});
