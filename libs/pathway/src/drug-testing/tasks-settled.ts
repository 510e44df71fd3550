import type { OpenedJourney, Task } from '../journey.ts';

export function drugTestTaskSettled(_journey: OpenedJourney, _task: Task): 'completed' | 'cancelled' | undefined {
  return undefined;
}
