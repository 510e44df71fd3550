import type { CommandFields, DrugTestReport, ProgrammeVersion } from './commands.ts';
import type { RuleTried } from './events.ts';
import type { Instant } from './time.ts';
import type {
  AgeGroup,
  DischargeReason,
  Disposition,
  DrugClass,
  GoalDomain,
  NotCollectedOutcome,
  Priority,
  ReviewFinding,
  Role,
  TaskKind,
  TransitionKind,
} from './vocabulary.ts';

/** The time at one level inside an episode. */
export interface Stay {
  readonly level: string;
  readonly since: Instant;
  readonly until?: Instant;
}

/** As it was recorded; `endedAt` when it was ended later (`to` is the end that was known at first). */
export type Medication = CommandFields['RecordMedication'] & {
  readonly endedAt?: Instant;
  readonly nextDose?: { readonly at: Instant; readonly arrangedAt: Instant };
};
export type ScreeningPlan = CommandFields['SetScreeningPlan'];
export type Session = CommandFields['RecordSession'];

export interface Review {
  readonly drugClass: DrugClass;
  readonly finding: ReviewFinding;
  readonly at: Instant;
}

/** What one class of a specimen currently means. */
export interface Judgement {
  readonly disposition: Disposition;
  readonly rule: string;
  readonly explanation: string;
  readonly useId?: string;
  readonly decidedAt: Instant;
}

/** One specimen: its reports in the order they were recorded, and what they have come to mean. */
export interface Specimen {
  readonly specimenId: string;
  readonly collectedAt: Instant;
  /** When its first report was recorded here. */
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly reports: readonly (DrugTestReport & { readonly recordedAt: Instant; readonly eventId: string })[];
  readonly reviews: readonly Review[];
  readonly judgements: Readonly<Partial<Record<DrugClass, Judgement>>>;
  readonly confirmation?: {
    readonly drugClasses: readonly DrugClass[];
    readonly requestedAt: Instant;
    readonly escalatesAt: Instant;
    readonly closesAt: Instant;
    /** Classes whose confirmation did not come in time; a definitive result may still come. */
    readonly closed?: readonly DrugClass[];
  };
}

export interface NotCollected {
  readonly dueAt: Instant;
  /** The word that was said last, whichever became known first. */
  readonly outcome: NotCollectedOutcome;
  readonly said: readonly { readonly outcome: NotCollectedOutcome; readonly at: Instant }[];
  readonly recordedAt: Instant;
  readonly eventId: string;
}

/** An established unexpected use (pathway §4). */
export interface Use {
  readonly useId: string;
  readonly drugClasses: readonly DrugClass[];
  readonly specimenIds: readonly string[];
  readonly at: Instant;
  readonly establishedAt: Instant;
  readonly eventId: string;
  readonly withdrawn: boolean;
  /** The command with which it was withdrawn. */
  readonly withdrawnBy?: string;
  /** When a step up was last considered for it, and what came of it. */
  readonly considered?: {
    readonly at: Instant;
    readonly outcome: string;
    readonly drugClasses: readonly DrugClass[];
    /** A hold was on: it is considered again when that has ended. */
    readonly onHold: boolean;
  };
}

export interface Goal {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly level: string;
  readonly state: 'open' | 'achieved';
  readonly setAt: Instant;
  readonly completedAt?: Instant;
  readonly eventId: string;
}

export interface Hold {
  readonly holdId: string;
  readonly placedAt: Instant;
  readonly placedBy: string;
  readonly until: Instant;
  readonly endedAt?: Instant;
}

export interface Task {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly subject: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly escalatedAt?: Instant;
}

interface TransitionBase {
  readonly transitionId: string;
  readonly kind: TransitionKind;
  readonly from: string;
  readonly to: string;
  /** The uses it stands on; empty for goals reached and for a person's decision. */
  readonly grounds: readonly string[];
  readonly by: 'rule' | 'person';
}

export interface ProposedTransition extends TransitionBase {
  readonly state: 'proposed';
  readonly proposedAt: Instant;
  readonly deadlineAt: Instant;
  readonly atDeadline: 'escalate' | 'apply' | 'lapse';
  readonly escalatedAt?: Instant;
}

export interface StartedTransition extends TransitionBase {
  readonly state: 'started';
  readonly startedAt: Instant;
  readonly handOffDueAt: Instant;
  readonly targetAt?: Instant;
  readonly appointmentAt?: Instant;
  /** Appointments not attended. */
  readonly missed: number;
  readonly missedAt: readonly Instant[];
  readonly missedTwiceSaid: boolean;
  readonly overdueSaid: boolean;
}

/** An open step down waits until an unsettled result, an integrity concern or a hold is settled. */
export interface SuspendedTransition extends TransitionBase {
  readonly state: 'suspended';
  readonly suspendedAt: Instant;
  readonly before: ProposedTransition | StartedTransition;
}

export type OpenTransition = ProposedTransition | StartedTransition | SuspendedTransition;

export interface CompletedTransition extends TransitionBase {
  readonly startedAt: Instant;
  readonly completedAt: Instant;
}

/** What was last considered about a step down at the present stay. */
export interface StepDownConsidered {
  readonly at: Instant;
  /** What reached the last goal: a further goal is a new reason to consider. */
  readonly goalEventId: string;
  readonly rules: readonly RuleTried[];
  readonly outcome: string;
}

/** What is known of every journey that was opened, whatever its status. */
export interface Opened {
  readonly episodeId: string;
  /** Events so far. */
  readonly version: number;
  /** `recordedAt` of the last event. */
  readonly recordedAt: Instant;
  readonly patientId: string;
  readonly programme: ProgrammeVersion;
  readonly siteId: string;
  readonly entryLevel: string;
  readonly ageGroup: AgeGroup;
  readonly priority?: Priority;
  readonly openedAt: Instant;
  readonly stays: readonly Stay[];
  readonly medications: readonly Medication[];
  readonly screeningPlan?: ScreeningPlan;
  readonly specimens: readonly Specimen[];
  readonly notCollected: readonly NotCollected[];
  readonly uses: readonly Use[];
  readonly goals: readonly Goal[];
  readonly sessions: readonly Session[];
  readonly holds: readonly Hold[];
  readonly tasks: readonly Task[];
  readonly completedTransitions: readonly CompletedTransition[];
  /** Transitions and decisions so far: the numbers of their ids. */
  readonly transitionCount: number;
  readonly decisionCount: number;
}

export interface NotOpened {
  readonly status: 'not-opened';
  readonly episodeId: string;
  readonly version: 0;
}
export interface Referred extends Opened {
  readonly status: 'referred';
}
export interface Active extends Opened {
  readonly status: 'active';
  readonly stay: Stay;
  readonly transition?: OpenTransition;
  readonly stepDownConsidered?: StepDownConsidered;
  /** A person declined or cancelled a step down from this stay: rules leave it until a further goal is reached. */
  readonly stepDownRetainedAt?: Instant;
  /** The person does not want the last step up: the present level continues, with a safety plan. */
  readonly declinedStepUp?: { readonly transitionId: string; readonly at: Instant };
}
export interface Discharged extends Opened {
  readonly status: 'discharged';
  readonly dischargedAt: Instant;
  readonly reasonCode: DischargeReason;
  readonly lastLevel?: string;
}

export type OpenedJourney = Referred | Active | Discharged;
/** One person's way from referral to discharge and follow-up, as the log tells it. */
export type Journey = NotOpened | OpenedJourney;

export const notOpened = (episodeId: string): NotOpened => ({ status: 'not-opened', episodeId, version: 0 });
