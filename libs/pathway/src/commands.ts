import { assessmentCommandTypes, type AssessmentCommands } from './assessments/commands.ts';
import { aftercareCommandTypes, type AftercareCommands } from './aftercare/commands.ts';
import { contactCommandTypes, type ContactCommands } from './contact/commands.ts';
import { drugTestingCommandTypes, type DrugTestingCommands } from './drug-testing/commands.ts';
import { episodeCommandTypes, type EpisodeCommands } from './episodes/commands.ts';
import { externalEncounterCommandTypes, type ExternalEncounterCommands } from './external-encounters/commands.ts';
import { followUpCommandTypes, type FollowUpCommands } from './follow-up/commands.ts';
import { goalCommandTypes, type GoalCommands } from './goals/commands.ts';
import { holdCommandTypes, type HoldCommands } from './holds/commands.ts';
import { instrumentCommandTypes, type InstrumentCommands } from './instruments/commands.ts';
import { leaveCommandTypes, type LeaveCommands } from './leaves/commands.ts';
import { consentCommandTypes, type ConsentCommands } from './consents/commands.ts';
import { careTeamCommandTypes, type CareTeamCommands } from './care-team/commands.ts';
import { crisisCommandTypes, type CrisisCommands } from './crises/commands.ts';
import { medicationCommandTypes, type MedicationCommands } from './medications/commands.ts';
import { personCommandTypes, type PersonCommands } from './person/commands.ts';
import { patientDecisionCommandTypes, type PatientDecisionCommands } from './patient-decisions/commands.ts';
import { scheduledTestCommandTypes, type ScheduledTestCommands } from './scheduled-tests/commands.ts';
import { programmeVersionCommandTypes, type ProgrammeVersionCommands } from './programme-versions/commands.ts';
import { sessionCommandTypes, type SessionCommands } from './sessions/commands.ts';
import { slotCommandTypes, type SlotCommands } from './slots/commands.ts';
import { taskCommandTypes, type TaskCommands } from './tasks/commands.ts';
import { therapistMeetingCommandTypes, type TherapistMeetingCommands } from './therapist-meetings/commands.ts';
import { transitionCommandTypes, type TransitionCommands } from './transitions/commands.ts';
import { waitingCommandTypes, type WaitingCommands } from './waiting/commands.ts';
import { withdrawnFactCommandTypes, type WithdrawnFactCommands } from './withdrawn-facts/commands.ts';
import type { Sealed } from './sealed.ts';
import type { Instant } from './time.ts';
import type { Actor } from './vocabulary.ts';

/** The fields of each command, beside `commandId`, `actor`, `occurredAt` and `reason`. */
export interface CommandFields<Text = Sealed>
  extends
    EpisodeCommands<Text>,
    MedicationCommands<Text>,
    DrugTestingCommands,
    ScheduledTestCommands,
    ProgrammeVersionCommands,
    SessionCommands,
    SlotCommands,
    ContactCommands,
    FollowUpCommands,
    AftercareCommands,
    GoalCommands<Text>,
    TransitionCommands,
    PatientDecisionCommands<Text>,
    TherapistMeetingCommands,
    HoldCommands,
    LeaveCommands,
    ConsentCommands<Text>,
    CareTeamCommands,
    AssessmentCommands<Text>,
    CrisisCommands,
    ExternalEncounterCommands,
    InstrumentCommands,
    PersonCommands,
    TaskCommands,
    WaitingCommands,
    WithdrawnFactCommands {}

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
  ...episodeCommandTypes,
  ...medicationCommandTypes,
  ...drugTestingCommandTypes,
  ...scheduledTestCommandTypes,
  ...programmeVersionCommandTypes,
  ...sessionCommandTypes,
  ...slotCommandTypes,
  ...contactCommandTypes,
  ...followUpCommandTypes,
  ...aftercareCommandTypes,
  ...goalCommandTypes,
  ...transitionCommandTypes,
  ...patientDecisionCommandTypes,
  ...therapistMeetingCommandTypes,
  ...holdCommandTypes,
  ...assessmentCommandTypes,
  ...instrumentCommandTypes,
  ...personCommandTypes,
  ...taskCommandTypes,
  ...externalEncounterCommandTypes,
  ...leaveCommandTypes,
  ...consentCommandTypes,
  ...careTeamCommandTypes,
  ...waitingCommandTypes,
  ...withdrawnFactCommandTypes,
  ...crisisCommandTypes,
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
