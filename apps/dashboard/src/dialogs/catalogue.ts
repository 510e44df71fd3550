import { kebab, type CommandName } from '../api/commands.ts';
import type { Act } from './catalogue/act.ts';
import { drugTestingActs } from './catalogue/drug-testing.ts';
import { medicationActs } from './catalogue/medications.ts';
import { recordActs } from './catalogue/records.ts';
import { moveActs } from './catalogue/moves.ts';
import { pauseActs } from './catalogue/pauses-and-crises.ts';
import { taskActs } from './catalogue/tasks.ts';
import { personActs } from './catalogue/person.ts';
import { consentActs } from './catalogue/consents.ts';
import { beginAndEndActs } from './catalogue/begin-and-end.ts';

export { groups, type Act, type Group } from './catalogue/act.ts';

/** How each command is offered and asked for; they are found, and offered, in this order. */
export const catalogue = {
  ...recordActs,
  ...drugTestingActs,
  ...medicationActs,
  ...moveActs,
  ...pauseActs,
  ...taskActs,
  ...personActs,
  ...consentActs,
  ...beginAndEndActs,
} as const satisfies Readonly<Record<CommandName, Act>>;

export const actOf = (command: CommandName): Act => catalogue[command];
export const commandNames = Object.keys(catalogue) as readonly CommandName[];

const byAddress = new Map(commandNames.map((command) => [kebab(command), command]));

/** The command whose dialog an address opens (`do=record-session`). */
export const commandOf = (address: string): CommandName | undefined => byAddress.get(address);

/** The second key after R, and what it opens. */
export const recordKeys = {
  s: 'RecordSession',
  h: 'ScheduleHandOff',
  o: 'RecordOutreach',
  p: 'PlaceHold',
  l: 'ChangeLevelOfCare',
} as const satisfies Readonly<Record<string, CommandName>>;
