import type { Sealed } from './sealed.ts';
import type { Instant } from './time.ts';
import type {
  Actor,
  AgeGroup,
  Attendance,
  CancelReason,
  CollectionReason,
  DischargeReason,
  DrugClass,
  GoalDomain,
  HandOffFailureReason,
  LevelChangeReason,
  Matrix,
  MedicationKind,
  MedicationSource,
  NotCollectedOutcome,
  Outcome,
  Priority,
  ReportStatus,
  ReviewFinding,
  SessionType,
  Stage,
  Temperature,
  ValidityFinding,
} from './vocabulary.ts';

/** `latest` is resolved when the episode is opened; afterwards the journey stays on its version. */
export interface ProgrammeVersion {
  readonly id: string;
  readonly version: number;
}

export interface ClassResult {
  readonly drugClass: DrugClass;
  readonly analyte?: string;
  readonly outcome: Outcome;
  readonly stage: Stage;
  readonly method?: string;
  readonly amount?: number;
  readonly unit?: string;
  readonly cutoff?: number;
  readonly loinc?: string;
  /** The person says so: use of this class, last at this moment. */
  readonly acknowledged?: { readonly lastUseAt: Instant };
}

export interface Validity {
  readonly finding: ValidityFinding;
  readonly creatinineMgDl?: number;
  readonly specificGravity?: number;
  readonly ph?: number;
  readonly temperature?: Temperature;
}

/** One laboratory report on one specimen. */
export interface DrugTestReport {
  readonly specimenId: string;
  readonly matrix: Matrix;
  readonly collectedAt: Instant;
  readonly reportedAt: Instant;
  readonly observed?: boolean;
  /** Why it was collected. (`reason` is the free text that any command may carry.) */
  readonly collectionReason?: CollectionReason;
  readonly laboratory?: string;
  readonly status: ReportStatus;
  readonly validity: Validity;
  readonly results: readonly ClassResult[];
  /** All positives of this specimen are acknowledged, use just before collection. */
  readonly acknowledgedUse: boolean;
}

export interface GoalText<Text> {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly text: Text;
  readonly measure?: Text;
}

/** The fields of each command, beside `commandId`, `actor`, `occurredAt` and `reason`. */
export interface CommandFields<Text = Sealed> {
  OpenEpisode: {
    readonly patientId: string;
    readonly programme: ProgrammeVersion;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    readonly referralSource?: string;
    readonly priority?: Priority;
    readonly previousEpisodeId?: string;
  };
  Admit: { readonly level: string; readonly attendedAt: Instant };
  RecordMedication: {
    readonly medicationId: string;
    /** A code of the programme's formulary, or `other`. */
    readonly medication: string;
    readonly drugClasses?: readonly DrugClass[];
    readonly kind: MedicationKind;
    readonly scheduled: boolean;
    readonly expectedPresence?: boolean;
    readonly source?: MedicationSource;
    readonly from: Instant;
    readonly to?: Instant;
  };
  EndMedication: { readonly medicationId: string; readonly at: Instant };
  /** The next dose, at the place that gives it from then on. */
  ArrangeMedicationContinuity: { readonly medicationId: string; readonly nextDoseAt: Instant; readonly place?: Text };
  SetScreeningPlan: {
    readonly from: Instant;
    readonly until?: Instant;
    readonly drugClasses: readonly DrugClass[];
    readonly negativeBy: 'specimen' | 'attended-visit';
  };
  RecordSession: {
    readonly sessionId: string;
    /** `type` on the wire: inside, that is the command's own name. */
    readonly sessionType: SessionType;
    readonly startedAt: Instant;
    readonly minutes: number;
    readonly attendance: Attendance;
  };
  RecordDrugTestResult: DrugTestReport;
  RecordMissedDrugTest: { readonly dueAt: Instant; readonly outcome: NotCollectedOutcome };
  ReviewDrugTest: { readonly specimenId: string; readonly drugClass: DrugClass; readonly finding: ReviewFinding };
  SetGoals: { readonly goals: readonly GoalText<Text>[] };
  CompleteGoal: { readonly goalId: string; readonly evidence?: Text };
  ChangeLevelOfCare: { readonly to: string; readonly reasonCode: LevelChangeReason };
  ScheduleHandOff: { readonly transitionId: string; readonly appointmentAt: Instant };
  CompleteHandOff: { readonly transitionId: string; readonly attendedAt: Instant };
  FailHandOff: { readonly transitionId: string; readonly reasonCode: HandOffFailureReason };
  PlaceHold: { readonly holdId: string; readonly until: Instant };
  ReleaseHold: { readonly holdId: string };
  DecideProposal: { readonly transitionId: string; readonly decision: 'approve' | 'decline' };
  CancelTransition: { readonly transitionId: string; readonly reasonCode: CancelReason };
  CompleteTask: { readonly taskId: string };
  DischargeEpisode: {
    readonly at: Instant;
    readonly reasonCode: DischargeReason;
    readonly destination?: Text;
    /** Patient-directed discharge. */
    readonly againstAdvice: boolean;
  };
}

export type CommandType = keyof CommandFields;

export interface CommandEnvelope<Text = Sealed> {
  /** The caller's idempotency key, as an HMAC. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly reason?: Text;
}

/** A command of one of these types, as a union that narrows by `type`. */
export type CommandOf<T extends CommandType, Text = Sealed> = {
  [K in T]: { readonly type: K } & CommandEnvelope<Text> & CommandFields<Text>[K];
}[T];

/** What a person or a laboratory wishes to have recorded; ends as events or as a rejection. */
export type Command<Text = Sealed> = CommandOf<CommandType, Text>;

export const commandTypes = [
  'OpenEpisode',
  'Admit',
  'RecordMedication',
  'EndMedication',
  'ArrangeMedicationContinuity',
  'SetScreeningPlan',
  'RecordSession',
  'RecordDrugTestResult',
  'RecordMissedDrugTest',
  'ReviewDrugTest',
  'SetGoals',
  'CompleteGoal',
  'ChangeLevelOfCare',
  'ScheduleHandOff',
  'CompleteHandOff',
  'FailHandOff',
  'PlaceHold',
  'ReleaseHold',
  'DecideProposal',
  'CancelTransition',
  'CompleteTask',
  'DischargeEpisode',
] as const satisfies readonly CommandType[];

/** A command from the fields that its route, the importer or a feed gives. */
export function commandOf<T extends CommandType, Text>(
  type: T,
  fields: CommandFields<Text>[T],
  envelope: CommandEnvelope<Text>,
): Command<Text>;
export function commandOf<Text>(
  type: CommandType,
  fields: CommandFields<Text>[CommandType],
  envelope: CommandEnvelope<Text>,
): object {
  return { ...envelope, ...fields, type };
}
