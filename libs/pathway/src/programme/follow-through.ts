import type { Priority, Role } from '../vocabulary.ts';

/** By when people act; hours from the moment at which it became known. */
export interface Deadlines {
  readonly reviewHours: number;
  readonly recollectHours: number;
  readonly recollectSameDayHours: number;
  readonly retestHours: number;
  readonly sameDayHours: number;
  /** The list of drugs that a hospital gave. */
  readonly drugListHours: number;
  /** After a step up was declined. */
  readonly safetyPlanHours: number;
  readonly obstetricHours: number;
  /** Hours that an overdue deadline still gets when the system was down as it passed. */
  readonly graceHours: number;
  /** So long after an appointment of which nobody said whether the person came, somebody is asked. */
  readonly unrecordedAppointmentHours: number;
  readonly newAppointmentHours: { readonly urgent: number; readonly other: number };
}

export interface CrisisRules {
  readonly acknowledgeMinutes: number;
  readonly reassessHours: number;
  /** Who is asked to acknowledge it, one after the other: at least one role. */
  readonly phoneTree: readonly [Role, ...Role[]];
  /** An overdose that was reversed is a crisis if it is told of within so many hours. */
  readonly overdoseWithinHours: number;
}

/** 45 CFR 96.126 and 96.131; clocks run from the request. */
export interface WaitingListRules {
  /** First to last; everyone else comes after. */
  readonly order: readonly Priority[];
  readonly injectingDays: number;
  /** Instead, where interim services began in time. */
  readonly injectingWithInterimDays: number;
  readonly interimServiceHours: number;
  /** State referral and interim services for pregnant people. */
  readonly pregnantHours: number;
  /** The State is told within so many days of reaching this occupancy. */
  readonly noticeAtPercent: number;
  readonly noticeDays: number;
}

export interface DischargeRules {
  /** A return within so many days of the last service re-enters the same episode. */
  readonly reentryDays: number;
  /** After a patient-directed discharge someone is in contact so many hours later. */
  readonly patientDirectedContactHours: readonly number[];
  /** Without a second person by then, the wish to end an episode for the programme lapses. */
  readonly secondPersonHours: number;
  /** Contact lost is no ground to close before so many days. */
  readonly administrativeCloseDays: number;
}

export interface MedicationRules {
  /** Missed doses in a row after which the prescriber is told, unless the medication has its own number. */
  readonly missedDoses: {
    readonly usual: number;
    readonly byMedication: Readonly<Record<string, number>>;
    /** Doses missed within so many hours of the last one missed go on from it. */
    readonly goOnWithinHours: number;
  };
  /** A medication taken for so many days is a long-term one: some are found for longer then (`longTermTailDays`). */
  readonly longTermAfterDays: number;
  /** Medication programmes that a clinic must be licensed for. */
  readonly methadone: {
    readonly provided: 'here' | 'by-referral';
    /** 42 CFR 8.12(f)(6). */
    readonly randomTestsPerYear: number;
    /** Least time in maintenance treatment that is planned for (article 004). */
    readonly minimumMonths: number;
  };
}

export interface FollowUpRules {
  readonly pointDays: readonly number[];
  /** A point is met by a contact so many days around it. */
  readonly windowDays: number;
}

export interface AdolescentRules {
  readonly adultAtYears: number;
  /** A task opens so long before the birthday. */
  readonly noticeDays: number;
}

/** What the measures of quality count (IET, FUI, FUA, POD and the pathway's own). */
export interface Measures {
  readonly initiationDays: number;
  readonly engagementDays: number;
  readonly engagementServices: number;
  readonly followUpAfterHighIntensityDays: readonly number[];
  readonly followUpAfterEmergencyDays: readonly number[];
  readonly pharmacotherapyDays: number;
  readonly pharmacotherapyGapDays: number;
  readonly retentionDays: readonly number[];
  readonly readmissionDays: readonly number[];
  readonly handOffDays: readonly number[];
}
