import {
  condition,
  continueAsNew,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { bareSignal } from './bare-names.ts';

const bare = proxyLocalActivities<{ ran(id: string): Promise<void> }>({ startToCloseTimeout: '5s' });

/** `episodeOfCare` without what it does: no rules, no database, no timer, nothing shown. */
export async function bareJourney(id: string): Promise<void> {
  let touched = false;
  setHandler(defineSignal(bareSignal), () => {
    touched = true;
  });
  for (;;) {
    touched = false;
    await bare.ran(id);
    if (workflowInfo().historyLength >= 300 && !touched) await continueAsNew<typeof bareJourney>(id);
    await condition(() => touched);
  }
}
