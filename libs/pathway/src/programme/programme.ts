import type { DrugClass, GoalDomain, Role, SessionType } from '../vocabulary.ts';
import type { DetectionWindow, DrugTestingRules } from './drug-testing.ts';
import type {
  AdolescentRules,
  CrisisRules,
  Deadlines,
  DischargeRules,
  FollowUpRules,
  Measures,
  MedicationRules,
  WaitingListRules,
} from './follow-through.ts';
import type { FormularyEntry } from './formulary.ts';
import type { Level } from './level.ts';
import type { Assessments, ConfirmationRules, StepDownRules, StepUpRules } from './moves.ts';

/** A published, immutable version of pathway rules, as data: every figure that a rule judges by. */
export interface Programme {
  readonly id: string;
  readonly version: number;
  /** Of the file; a programme of the first format says less and is completed at reading. */
  readonly format: 2;
  readonly title: string;
  /** Most intensive first. */
  readonly ladder: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly assessments: Assessments;
  readonly stepUp: StepUpRules;
  readonly stepDown: StepDownRules;
  readonly confirmation: ConfirmationRules;
  readonly deadlines: Deadlines;
  readonly holdMaximumDays: number;
  readonly crisis: CrisisRules;
  readonly waitingList: WaitingListRules;
  readonly discharge: DischargeRules;
  readonly followUp: FollowUpRules;
  readonly adolescents: AdolescentRules;
  /** Weekly hours below the level's minimum so many weeks in a row ask for a review. */
  readonly attendance: { readonly weeksBelowMinimum: number };
  /** A consent that ends is renewed, or let go, so many days before. */
  readonly consents: { readonly expiryNoticeDays: number };
  readonly uses: { readonly mergeWithinHours: number };
  readonly drugTesting: DrugTestingRules;
  readonly windows: Readonly<Partial<Record<DrugClass, DetectionWindow>>>;
  /** A derived class and the class its metabolites also show as. */
  readonly families: Readonly<Partial<Record<DrugClass, DrugClass>>>;
  readonly formulary: Readonly<Record<string, FormularyEntry>>;
  readonly moud: readonly string[];
  readonly medications: MedicationRules;
  /** Sessions that count towards a level's weekly hours. */
  readonly treatmentSessions: readonly SessionType[];
  /** Goals that the template of a level suggests, in words to begin from. */
  readonly goalSuggestions: Readonly<Partial<Record<GoalDomain, readonly string[]>>>;
  readonly tasks: {
    /** An escalated task that nobody did goes on to the next role after so many hours. */
    readonly escalateAgainHours: number;
    /** A task may be put off at most so far beyond the moment at which it was due. */
    readonly snoozeMaximumHours: number;
  };
  readonly escalation: Readonly<Partial<Record<Role, Role>>>;
  readonly measures: Measures;
  /** Where figures without a published source stand (JSON pointers): defaults for a medical director to confirm. */
  readonly generalKnowledge: readonly string[];
}
