import type { DrugClass, Matrix } from '../vocabulary.ts';
import type { TrackFocus } from './services.ts';

/** Days between two random tests: drawn between the bounds, so that none is foreseen and none is long away. */
export interface RandomInterval {
  /** From this week of the stay on, 0 = the first. */
  readonly fromWeek: number;
  readonly minimumDays: number;
  readonly meanDays: number;
  readonly maximumDays: number;
}

export const extraTestDays = ['weekend', 'holiday', 'payday', 'pass'] as const;
export type ExtraTestDay = (typeof extraTestDays)[number];

/**
 * When a level asks for tests, so that a test supports and does not catch out. Random intervals with a bounded
 * maximum gap are better than fixed ones (ASAM, Appropriate Use of Drug Testing, 2017).
 */
export interface DrugTestPlan {
  readonly atAdmission: boolean;
  /** Ascending by week; empty = as clinically needed. Never on a day on which the site is closed. */
  readonly random: readonly RandomInterval[];
  /** On the first open day after one of these a further test may be drawn. */
  readonly extraAfter: readonly ExtraTestDay[];
  readonly matrix: Matrix;
  readonly panel: readonly DrugClass[];
  /** Tracks in which tests are asked for. */
  readonly focuses: readonly TrackFocus[];
}
