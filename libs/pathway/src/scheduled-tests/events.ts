import type { ExtraTestDay } from '../programme/drug-test-plan.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { DrugClass, Matrix, ScheduledTestCause } from '../vocabulary.ts';

export interface ScheduledTestEvents {
  DrugTestScheduled: {
    /** From then on a specimen is one for this test. */
    readonly from: Instant;
    readonly dueAt: Instant;
    readonly cause: ScheduledTestCause;
    readonly drugClasses?: readonly DrugClass[];
    readonly matrix?: Matrix;
    /** Of a random test: its number in the episode, from 1, by which chance was drawn. */
    readonly number?: number;
    /** Of a random test: the day that it was drawn for. */
    readonly after?: ExtraTestDay;
    readonly reason?: Sealed;
  };
}

export const scheduledTestEventTypes = ['DrugTestScheduled'] as const satisfies readonly (keyof ScheduledTestEvents)[];
