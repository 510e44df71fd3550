import { commandTypes, type CommandFields, type CommandType, type Sealed } from '@stepway/pathway';
import { z } from 'zod';
import { same, type Same } from '../same-type.ts';
import type { Option } from './command.ts';
import { assessmentBodies, assessmentFreeText } from './assessments.ts';
import { aftercareBodies, aftercareFreeText } from './aftercare.ts';
import { contactBodies, contactFreeText } from './contact.ts';
import { drugTestBodies, drugTestFreeText } from './drug-testing.ts';
import { episodeBodies, episodeFreeText } from './episodes.ts';
import { followUpBodies, followUpFreeText } from './follow-up.ts';
import { goalBodies, goalFreeText } from './goals.ts';
import { holdBodies, holdFreeText } from './holds.ts';
import { instrumentBodies, instrumentFreeText } from './instruments.ts';
import { medicationBodies, medicationFreeText } from './medications.ts';
import { personBodies, personFreeText } from './person.ts';
import { patientDecisionBodies, patientDecisionFreeText } from './patient-decisions.ts';
import { programmeVersionBodies, programmeVersionFreeText } from './programme-versions.ts';
import { sessionBodies, sessionFreeText } from './sessions.ts';
import { slotBodies, slotFreeText } from './slots.ts';
import { taskBodies, taskFreeText } from './tasks.ts';
import { therapistMeetingBodies, therapistMeetingFreeText } from './therapist-meetings.ts';
import { waitingBodies } from './waiting.ts';
import { withdrawnFactBodies } from './withdrawn-facts.ts';
import { transitionBodies, transitionFreeText } from './transitions.ts';
import { externalEncounterBodies, externalEncounterFreeText } from './external-encounters.ts';
import { leaveBodies, leaveFreeText } from './leaves.ts';
import { consentBodies, consentFreeText } from './consents.ts';
import { careTeamBodies, careTeamFreeText } from './care-team.ts';
import { crisisBodies, crisisFreeText } from './crises.ts';

/** The body of each command's route (interfaces.md §1), with its defaults. Free text is plain here. */
export const commandBodies = {
  ...episodeBodies,
  ...medicationBodies,
  ...drugTestBodies,
  ...transitionBodies,
  ...patientDecisionBodies,
  ...therapistMeetingBodies,
  ...followUpBodies,
  ...goalBodies,
  ...programmeVersionBodies,
  ...sessionBodies,
  ...slotBodies,
  ...contactBodies,
  ...aftercareBodies,
  ...holdBodies,
  ...assessmentBodies,
  ...instrumentBodies,
  ...personBodies,
  ...taskBodies,
  ...externalEncounterBodies,
  ...leaveBodies,
  ...consentBodies,
  ...careTeamBodies,
  ...waitingBodies,
  ...withdrawnFactBodies,
  ...crisisBodies,
} satisfies Record<CommandType, z.ZodType>;

export type CommandBody<T extends CommandType> = z.output<(typeof commandBodies)[T]>;
/** As it is sent: what has a default may be left out. */
export type CommandRequest<T extends CommandType> = z.input<(typeof commandBodies)[T]>;

type Fields = { [T in CommandType]: Omit<CommandBody<T>, Option> };
/** The programme may be named by its id alone on the wire, and a birth date stays sealed: the API resolves both. */
type Resolved = Omit<Fields, 'OpenEpisode' | 'MoveToProgrammeVersion'> & {
  OpenEpisode: Omit<Fields['OpenEpisode'], 'programme'> &
    Pick<CommandFields<string>['OpenEpisode'], 'programme' | 'turns18On'>;
  MoveToProgrammeVersion: Omit<Fields['MoveToProgrammeVersion'], 'programme'> &
    Pick<CommandFields<string>['MoveToProgrammeVersion'], 'programme'>;
};
same<Same<Resolved, CommandFields<string>>>();

/** The commands with free text beside `reason`: their plain fields may not stand where sealed ones are asked for. */
export type CommandWithText = {
  [T in CommandType]: CommandFields<string>[T] extends CommandFields<Sealed>[T] ? never : T;
}[CommandType];

const textsBesideReason = {
  ...episodeFreeText,
  ...medicationFreeText,
  ...drugTestFreeText,
  ...transitionFreeText,
  ...patientDecisionFreeText,
  ...therapistMeetingFreeText,
  ...followUpFreeText,
  ...goalFreeText,
  ...programmeVersionFreeText,
  ...sessionFreeText,
  ...slotFreeText,
  ...contactFreeText,
  ...aftercareFreeText,
  ...holdFreeText,
  ...assessmentFreeText,
  ...instrumentFreeText,
  ...personFreeText,
  ...taskFreeText,
  ...externalEncounterFreeText,
  ...leaveFreeText,
  ...consentFreeText,
  ...careTeamFreeText,
  ...crisisFreeText,
} satisfies Record<CommandWithText, readonly string[]>;
same<Same<keyof typeof textsBesideReason, CommandWithText>>();

type FreeTextFields = Readonly<Record<CommandType, readonly string[]>>;

/**
 * Where a command carries free text: these fields are sealed with the patient's key before anything decides or keeps
 * them. `*` = each item of a list.
 */
export const freeTextFields = Object.fromEntries(
  commandTypes.map((type): [CommandType, readonly string[]] => [type, ['reason', ...besideReason(type)]]),
) as FreeTextFields;

function besideReason(type: CommandType): readonly string[] {
  const paths: Partial<FreeTextFields> = textsBesideReason;
  return paths[type] ?? [];
}
