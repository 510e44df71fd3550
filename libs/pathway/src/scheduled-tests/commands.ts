import type { Instant } from '../time.ts';
import type { AskedTestCause, DrugClass } from '../vocabulary.ts';

export interface ScheduledTestCommands {
  /** A test that a person asks for, beside those that the level's plan draws. Known by its due time. */
  ScheduleDrugTest: {
    readonly dueAt: Instant;
    readonly cause: AskedTestCause;
    /** What to look for, where it is not the panel of the level. */
    readonly drugClasses?: readonly DrugClass[];
  };
}

export const scheduledTestCommandTypes = [
  'ScheduleDrugTest',
] as const satisfies readonly (keyof ScheduledTestCommands)[];
