import type { CommandFields, DrugTestReport, ProgrammeVersion } from './commands.ts';
import type { Sealed } from './sealed.ts';
import type { Instant } from './time.ts';
import type {
  Actor,
  AgeGroup,
  CancelReason,
  DischargeReason,
  Disposition,
  DrugClass,
  HandOffFailureReason,
  LevelChangeReason,
  NotCollectedOutcome,
  Priority,
  ReviewFinding,
  Role,
  TaskKind,
  TransitionKind,
} from './vocabulary.ts';

/** One rule that was tried, in order: `held: true` lets the move through (of a drug test: decides). */
export interface RuleTried {
  readonly rule: string;
  readonly held: boolean | 'unknown';
  /** The value it saw, in words. Coded facts only, never free text. */
  readonly saw: string;
}

/** What a rule-made move stands on. */
interface Grounds {
  readonly grounds: readonly string[];
}

/** The data of each care event. Past tense, coded facts; free text only as `Sealed`. */
export interface EventData {
  EpisodeOpened: {
    readonly patientId: string;
    readonly programme: ProgrammeVersion;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    readonly referralSource?: string;
    readonly priority?: Priority;
    readonly previousEpisodeId?: string;
    readonly reason?: Sealed;
  };
  Admitted: { readonly level: string; readonly attendedAt: Instant; readonly reason?: Sealed };
  MedicationRecorded: CommandFields['RecordMedication'] & { readonly reason?: Sealed };
  MedicationEnded: CommandFields['EndMedication'] & { readonly reason?: Sealed };
  MedicationContinuityArranged: CommandFields['ArrangeMedicationContinuity'] & { readonly reason?: Sealed };
  ScreeningPlanSet: CommandFields['SetScreeningPlan'] & { readonly reason?: Sealed };
  SessionRecorded: CommandFields['RecordSession'] & { readonly reason?: Sealed };
  DrugTestResultRecorded: DrugTestReport & { readonly reason?: Sealed };
  DrugTestNotCollected: {
    readonly dueAt: Instant;
    readonly outcome: NotCollectedOutcome;
    readonly reason?: Sealed;
  };
  /** One for each specimen and class whose disposition is new or changed. */
  DrugTestDisposed: {
    readonly decisionId: string;
    readonly specimenId: string;
    readonly collectedAt: Instant;
    readonly drugClass: DrugClass;
    readonly disposition: Disposition;
    /** The rule that decided, e.g. `expected-prescribed`. */
    readonly rule: string;
    readonly explanation: string;
    /** Rules tried up to the one that decided; for a plain negative only that one. */
    readonly rules: readonly RuleTried[];
    readonly useId?: string;
  };
  DrugTestReviewed: {
    readonly specimenId: string;
    readonly drugClass: DrugClass;
    readonly finding: ReviewFinding;
    readonly reason?: Sealed;
  };
  /** Also written when a use gains classes or specimens: the last one for a `useId` holds. */
  UseEstablished: {
    readonly useId: string;
    readonly drugClasses: readonly DrugClass[];
    readonly specimenIds: readonly string[];
    /** The first collection. */
    readonly at: Instant;
  };
  UseWithdrawn: { readonly useId: string };
  ConfirmationRequested: {
    readonly specimenId: string;
    readonly drugClasses: readonly DrugClass[];
    readonly escalatesAt: Instant;
    readonly closesAt: Instant;
  };
  TransitionConsidered: {
    readonly decisionId: string;
    readonly about: 'step-up' | 'step-down';
    readonly outcome: 'started' | 'proposed' | 'joined' | 'task' | 'nothing';
    readonly sentence: string;
    readonly rules: readonly RuleTried[];
    readonly programme: ProgrammeVersion;
    readonly trigger: { readonly eventId: string };
    /** The use considered, for a step up. */
    readonly useId?: string;
    readonly transitionId?: string;
  };
  TransitionProposed: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly deadlineAt: Instant;
    readonly atDeadline: 'escalate' | 'apply' | 'lapse';
  } & Grounds;
  TransitionApproved: { readonly transitionId: string; readonly reason?: Sealed };
  TransitionDeclined: { readonly transitionId: string; readonly reason?: Sealed };
  TransitionLapsed: { readonly transitionId: string };
  /** The deadline of a proposal passed, or a hand-off went wrong twice: somebody above must act. */
  TransitionEscalated: {
    readonly transitionId: string;
    readonly cause: 'proposal-deadline' | 'did-not-attend-twice' | 'hand-off-overdue';
    readonly nextAt?: Instant;
  };
  TransitionStarted: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly handOffDueAt: Instant;
    readonly targetAt?: Instant;
    /** Set when a person decided. */
    readonly reasonCode?: LevelChangeReason;
    readonly reason?: Sealed;
  } & Grounds;
  TransitionSuspended: {
    readonly transitionId: string;
    /** `new-use`: one for which rules may not step up from here, so the move down must wait all the same. */
    readonly cause: 'new-use' | 'unsettled-result' | 'integrity-concern' | 'hold';
  };
  TransitionResumed: { readonly transitionId: string };
  /** The grounds of an open transition, or of one completed since, after a use joined or left them. */
  TransitionRegrounded: {
    readonly transitionId: string;
    /** When an urgent use joined a move that had no target yet. */
    readonly targetAt?: Instant;
  } & Grounds;
  HandOffScheduled: { readonly transitionId: string; readonly appointmentAt: Instant; readonly reason?: Sealed };
  HandOffMissed: {
    readonly transitionId: string;
    readonly times: number;
    readonly reasonCode: HandOffFailureReason;
    readonly reason?: Sealed;
  };
  /** The first attended service at the new level: this is when the level changes. */
  TransitionCompleted: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly attendedAt: Instant;
    readonly reason?: Sealed;
  };
  TransitionCancelled: {
    readonly transitionId: string;
    readonly cause: CancelReason | 'override' | 'step-up' | 'grounds-withdrawn' | 'discharged';
    readonly reason?: Sealed;
  };
  GoalsSet: { readonly level: string; readonly goals: CommandFields['SetGoals']['goals']; readonly reason?: Sealed };
  GoalCompleted: { readonly goalId: string; readonly evidence?: Sealed; readonly reason?: Sealed };
  HoldPlaced: { readonly holdId: string; readonly until: Instant; readonly reason?: Sealed };
  HoldReleased: { readonly holdId: string; readonly cause: 'released' | 'ended'; readonly reason?: Sealed };
  TaskOpened: {
    readonly taskId: string;
    readonly kind: TaskKind;
    readonly role: Role;
    readonly dueAt: Instant;
    /** What it is about: a specimen, a use, a transition. */
    readonly subject: string;
  };
  /** What the task asked for was recorded, or a person says that it is done. */
  TaskCompleted: { readonly taskId: string; readonly reason?: Sealed };
  TaskEscalated: { readonly taskId: string; readonly role: Role };
  /** It is no longer asked for. */
  TaskCancelled: { readonly taskId: string };
  EpisodeDischarged: {
    readonly at: Instant;
    readonly reasonCode: DischargeReason;
    readonly destination?: Sealed;
    readonly againstAdvice: boolean;
    readonly reason?: Sealed;
  };
}

export type EventType = keyof EventData;

/** An event of one of these types, as a union that narrows by `type`. */
export type NewEventOf<T extends EventType> = {
  [K in T]: {
    readonly type: K;
    /** When it happened in the world (pathway.md §2). */
    readonly occurredAt: Instant;
    readonly data: EventData[K];
    /** The event that led to this one, when a rule made it. */
    readonly causedBy?: string;
  };
}[T];

/** An event that a decision asks to append. */
export type NewEvent = NewEventOf<EventType>;

/** What the log adds when it records an event. */
export interface Recorded {
  readonly id: string;
  readonly episodeId: string;
  /** Place in the journey, from 1. */
  readonly version: number;
  /** When it was decided upon: the decider's `now`. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
}

export type CareEventOf<T extends EventType> = { [K in T]: NewEventOf<K> & Recorded }[T];

/** A fact of one journey, in the log for ever. */
export type CareEvent = CareEventOf<EventType>;

export const eventTypes = [
  'EpisodeOpened',
  'Admitted',
  'MedicationRecorded',
  'MedicationEnded',
  'MedicationContinuityArranged',
  'ScreeningPlanSet',
  'SessionRecorded',
  'DrugTestResultRecorded',
  'DrugTestNotCollected',
  'DrugTestDisposed',
  'DrugTestReviewed',
  'UseEstablished',
  'UseWithdrawn',
  'ConfirmationRequested',
  'TransitionConsidered',
  'TransitionProposed',
  'TransitionApproved',
  'TransitionDeclined',
  'TransitionLapsed',
  'TransitionEscalated',
  'TransitionStarted',
  'TransitionSuspended',
  'TransitionResumed',
  'TransitionRegrounded',
  'HandOffScheduled',
  'HandOffMissed',
  'TransitionCompleted',
  'TransitionCancelled',
  'GoalsSet',
  'GoalCompleted',
  'HoldPlaced',
  'HoldReleased',
  'TaskOpened',
  'TaskCompleted',
  'TaskEscalated',
  'TaskCancelled',
  'EpisodeDischarged',
] as const satisfies readonly EventType[];
