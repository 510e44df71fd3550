import type { Instant } from '../time.ts';
import type { ScheduledTestEvents } from './events.ts';

export type ScheduledTest = Omit<ScheduledTestEvents['DrugTestScheduled'], 'reason'> & {
  /** When it was scheduled. */
  readonly at: Instant;
  /** In which stay, from 1; 0 before the first. */
  readonly stay: number;
  readonly eventId: string;
};

export interface ScheduledTestsState {
  /** In the order in which they were scheduled. */
  readonly scheduledTests: readonly ScheduledTest[];
}

export const noScheduledTests: ScheduledTestsState = { scheduledTests: [] };
