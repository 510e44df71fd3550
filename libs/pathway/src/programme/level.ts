import type { AgeGroup, GoalDomain } from '../vocabulary.ts';
import type { DrugTestPlan } from './drug-test-plan.ts';
import type { LevelEntry } from './entry.ts';
import type { Service, ServiceCode, Track } from './services.ts';

/** An ASAM code never stands without its edition. */
export interface AsamCode {
  readonly edition: 3 | 4;
  readonly code: string;
}

export const levelKinds = [
  'withdrawal-management',
  'intensive-inpatient',
  'residential',
  'partial-hospitalisation',
  'intensive-outpatient',
  'outpatient',
  'aftercare',
  'early-intervention',
] as const;
export type LevelKind = (typeof levelKinds)[number];

export interface WeeklyHours {
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

export interface LevelSchedule {
  /** A person lives there: leave, bed and safety calls follow from it. */
  readonly roundTheClock: boolean;
  readonly daysPerWeek: Range;
  /** Hours of one attended day. */
  readonly blockHours?: Range;
  readonly tracks: readonly Track[];
}

/** Contact is missed: outreach, then a clinical review. */
export interface MissedContact {
  readonly inARow: number;
  readonly times: number;
  readonly withinDays: number;
  /** Days without contact on which someone reaches out. */
  readonly outreachDays: readonly number[];
  /** So many attempts to reach the person, each by another channel, and by when. */
  readonly attempts: { readonly times: number; readonly withinHours: number };
  /** An absence is asked after the same day for the person's safety (partial hospitalisation, residential). */
  readonly sameDaySafetyCheck: boolean;
}

export interface LeaveRules {
  /** A short leave is possible, at most so long. */
  readonly maximumPassHours?: number;
  readonly bedKeptHours?: number;
  /** So long after the expected return someone calls, as for a safety event. */
  readonly overdueCallHours: number;
  readonly returnTestHours: number;
}

/** Check-ups from a week of the stay on. */
export interface CheckUps {
  readonly fromWeek: number;
  readonly everyDays: number;
}

export interface Level {
  readonly id: string;
  readonly title: string;
  readonly kind: LevelKind;
  readonly asam: readonly AsamCode[];
  /** How much support it gives, 1 = least; the board's order and colour. */
  readonly rank: number;
  readonly admits: readonly AgeGroup[];
  readonly hoursPerWeek: { readonly adult: WeeklyHours; readonly adolescent: WeeklyHours };
  readonly schedule: LevelSchedule;
  /**
   * Days; `review` sets a review date, never a move: the criteria have no fixed length of stay. `expected` is what
   * people are told beforehand; absent = open.
   */
  readonly stayDays: { readonly minimum: number; readonly review: number; readonly expected?: Range };
  /** At the latest so many days after an assessment, or the admission, all dimensions are assessed again. */
  readonly reassessEveryDays: number;
  readonly entry: LevelEntry;
  readonly services: readonly Service[];
  /** What people may expect and do not get here. */
  readonly notProvided: readonly ServiceCode[];
  readonly stepUpTo?: string;
  /** Where adolescents step up to, if not to `stepUpTo`. */
  readonly adolescentStepUpTo?: string;
  /**
   * `withdrawal-risk`: only with a current sign of it (pathway §5). `indicated`: only if a current assessment
   * indicates the target or a level above it.
   */
  readonly stepUpCondition?: 'withdrawal-risk' | 'indicated';
  readonly stepDownTo?: string;
  /** Where adolescents step down to, if not to `stepDownTo`. */
  readonly adolescentStepDownTo?: string;
  /** Look-back without unexpected use before a step down, in days. */
  readonly lookBackDays: number;
  /** Hours from the start of a move *out of* this level to the first attended service, for a step down. */
  readonly handOffHoursAfter: number;
  readonly handOffTargetHoursAfter?: number;
  /** Where a step down to one level has a deadline of its own: from detox to residential the bed is kept for a day. */
  readonly handOffHoursTo?: Readonly<Record<string, number>>;
  readonly missedContact: MissedContact;
  readonly leave: LeaveRules;
  /** Recovery check-ups, ascending by week; empty = the level has sessions instead. */
  readonly checkUps: readonly CheckUps[];
  readonly goalTemplate: readonly GoalDomain[];
  readonly drugTests: DrugTestPlan;
  readonly capacity?: number;
}
