import { randomUUID } from 'node:crypto';
import { episodeOfCareType, episodesTaskQueue, touchSignal, workflowIdOf } from '@stepway/contracts/names';
import type { JourneyActivities } from '@stepway/episode-of-care';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleFromSource } from '../specs/bundle-from-source.ts';
import { ScriptedJourneys } from '../specs/scripted-journeys.ts';
import { timeSkippingEnvironment } from '../specs/time-skipping.ts';
import { silentLogger } from '../specs/silent-logger.ts';
import { installRuntime } from '../temporal-runtime.ts';

installRuntime(silentLogger);

const day = 86_400_000;

let environment: TestWorkflowEnvironment;
let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  [workflowBundle, environment] = await Promise.all([bundleFromSource(), timeSkippingEnvironment()]);
});
afterAll(() => environment.teardown());

async function hosting(activities: JourneyActivities, spec: () => Promise<void>): Promise<void> {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: episodesTaskQueue,
    workflowBundle,
    activities: { advance: activities.advance },
  });
  await worker.runUntil(spec());
}

async function begun(episodeId: string): Promise<WorkflowHandleWithFirstExecutionRunId> {
  const taskQueue = episodesTaskQueue;
  return environment.client.workflow.start(episodeOfCareType, {
    workflowId: workflowIdOf(episodeId),
    taskQueue,
    args: [{ episodeId }],
  });
}

describe('a journey with something due in ninety days', () => {
  it('sleeps until then, and is run at that moment', async () => {
    const journeys = new ScriptedJourneys(
      (now) => ({ over: false, due: { at: now + 90 * day, cause: 'review' } }),
      () => ({ over: true }),
    );
    await hosting(journeys, async () => {
      const journey = await begun(randomUUID());
      await journey.result();
      expect(daysBetweenRuns(journeys)).toEqual([90]);
    });
  });

  it('is run at once when it is touched in between, and keeps the absolute moment', async () => {
    let dueAt = 0;
    const journeys = new ScriptedJourneys((now) => {
      dueAt ||= now + 90 * day;
      return now < dueAt ? { over: false, due: { at: dueAt, cause: 'review' } } : { over: true };
    });
    await hosting(journeys, async () => {
      const journey = await begun(randomUUID());
      await journeys.ran(1);
      await environment.sleep('30 days');
      await journey.signal(touchSignal);
      await journeys.ran(2);
      await journey.result();
      expect(daysBetweenRuns(journeys)).toEqual([30, 60]);
    });
  });
});

describe('a journey with something due every day', () => {
  it('is run each day, never early, also through a new run of its workflow', async () => {
    const days = 60; // about 400 events of history: more than one run of the workflow
    const late: number[] = [];
    let dueAt = 0;
    const journeys = new ScriptedJourneys((now) => {
      dueAt ||= now + day;
      if (now >= dueAt) {
        late.push(now - dueAt);
        dueAt += day;
      }
      return late.length === days ? { over: true } : { over: false, due: { at: dueAt, cause: 'task' } };
    });
    await hosting(journeys, async () => {
      const journey = await begun(randomUUID());
      await journey.result();
      expect(late).toHaveLength(days);
      // One at the beginning, one for each day, one for each new run of the workflow: no timer rang early.
      expect(journeys.runs.length).toBeLessThan(days + 5);
      expect(Math.max(...late)).toBeLessThan(60_000);
      expect((await environment.client.workflow.getHandle(journey.workflowId).describe()).runId).not.toBe(
        journey.firstExecutionRunId,
      );
    });
  });
});

function daysBetweenRuns({ runs }: ScriptedJourneys): readonly number[] {
  return runs.slice(1).map(({ now }, index) => Math.round((now - (runs[index]?.now ?? 0)) / day));
}
