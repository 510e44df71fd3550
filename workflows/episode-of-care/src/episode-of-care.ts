import { touchSignal, type EpisodeStart } from '@stepway/contracts/names';
import {
  condition,
  continueAsNew,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { JourneyActivities } from './rest.ts';
import { showWaiting } from './waiting.ts';

/** Something was recorded. It carries nothing, and may come at any time, twice, or late. */
export const touch = defineSignal(touchSignal);

const journeys = proxyLocalActivities<JourneyActivities>({
  startToCloseTimeout: '5s',
  // Repeated without end: a database that is away must never fail a journey. Above 5 s of pause the server keeps the
  // time, and the task is free.
  localRetryThreshold: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30s' },
});

/** A sleeper is always replayed from the beginning: about 130 ms for 500 events. */
const eventsPerRun = 300;

/**
 * Runs one journey of care, from referral to the last follow-up: makes every move that the rules ask for, then sleeps
 * until something is recorded or something is due.
 * 1. It knows no state and no rule: `advance` folds the log, asks the rules, appends, until nothing follows.
 * 2. A touch may come at any time, twice, or late: one more round finds nothing to do.
 * 3. Waits end at absolute moments, so nothing is carried over but the episode id.
 */
export async function episodeOfCare({ episodeId }: EpisodeStart): Promise<void> {
  let touched = false;
  setHandler(touch, () => {
    touched = true;
  }); // before the first await: a signal may be in the first task
  for (;;) {
    touched = false;
    // The workflow's time, so that timers, replays and what is recorded agree.
    const rest = await journeys.advance({ episodeId, now: Date.now() });
    if (rest.over && !touched) return;
    showWaiting(rest);
    if (historyIsLong() && !touched) await continueAsNew<typeof episodeOfCare>({ episodeId });
    if (rest.due === undefined) await condition(() => touched);
    else await condition(() => touched, Math.max(1, rest.due.at - Date.now()));
  }
}

function historyIsLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= eventsPerRun || continueAsNewSuggested;
}
