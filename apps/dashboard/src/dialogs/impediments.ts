import type { EpisodeView } from '@stepway/contracts';
import type { CommandName } from '../api/commands.ts';
import type { en } from '../texts/en/index.ts';

export type Impediment = keyof typeof en.dialogs.impediment;

/** What the journey lacks for a command: why it is shown, but not to be chosen. Undefined = nothing is in the way. */
export type Check = (journey: EpisodeView) => Impediment | undefined;

const first =
  (...checks: readonly Check[]): Check =>
  (journey) =>
    checks.map((check) => check(journey)).find((found) => found !== undefined);
const unless =
  (holds: (journey: EpisodeView) => boolean, impediment: Impediment): Check =>
  (journey) =>
    holds(journey) ? undefined : impediment;

const inCare = first(
  unless(({ status }) => status !== 'discharged', 'discharged'),
  unless(({ status }) => status === 'active', 'not-admitted'),
);
const notEnded = unless(({ status }) => status !== 'discharged', 'discharged');
const referred = first(
  notEnded,
  unless(({ status }) => status === 'referred', 'admitted'),
);
const ended = unless(({ status }) => status === 'discharged', 'not-discharged');
const move = unless(({ transition }) => transition !== null, 'no-move');
const started = first(
  move,
  unless(({ transition }) => transition?.state !== 'proposed', 'not-started'),
);
const proposal = unless(({ transition }) => transition?.state === 'proposed', 'no-proposal');
const task = unless(({ tasks }) => tasks.length > 0, 'no-task');
const medication = unless(({ medications }) => medications.length > 0, 'no-medication');
const away = unless(({ leaves = [] }) => leaves.some(({ endedAt }) => endedAt === null), 'no-leave');
const here = unless(({ leaves = [] }) => leaves.every(({ endedAt }) => endedAt !== null), 'on-leave');

const checks: Readonly<Partial<Record<CommandName, Check>>> = {
  Admit: referred,
  CloseReferral: referred,
  DischargeEpisode: inCare,
  ReopenEpisode: ended,
  ChangeLevelOfCare: inCare,
  ScheduleHandOff: started,
  CompleteHandOff: started,
  FailHandOff: started,
  FailTransition: started,
  CancelTransition: move,
  DecideProposal: proposal,
  RecordFollowUp: ended,
  PlaceHold: notEnded,
  ReleaseHold: unless(({ holds }) => holds.some(({ endedAt }) => endedAt === null), 'no-hold'),
  StartLeave: first(inCare, here),
  EndLeave: away,
  ResolveCrisis: unless(({ crises = [] }) => crises.some(({ resolvedAt }) => resolvedAt === null), 'no-crisis'),
  CompleteGoal: unless(({ goals }) => goals.some(({ state }) => state === 'open'), 'no-open-goal'),
  WithdrawGoal: unless(({ goals }) => goals.some(({ state }) => state === 'open'), 'no-open-goal'),
  ReopenGoal: unless(({ goals }) => goals.some(({ state }) => state !== 'open'), 'no-closed-goal'),
  EndMedication: unless(({ medications }) => medications.some(({ to }) => to === null), 'no-medication'),
  RecordMissedDoses: medication,
  ArrangeMedicationContinuity: medication,
  RevokeConsent: unless(({ consents = [] }) => consents.some(({ endedAt }) => endedAt === null), 'no-consent'),
  DeclineSlot: unless(({ slots }) => slots.some(({ declinedAt }) => declinedAt === null), 'no-slot'),
  EndPregnancy: unless(({ person }) => typeof person?.pregnantSince === 'string', 'no-pregnancy'),
  ReviewDrugTest: unless(({ specimens }) => specimens.some(({ results }) => results.length > 0), 'no-specimen'),
  ClaimTask: task,
  AssignTask: task,
  SnoozeTask: task,
  CompleteTask: task,
};

/** Of a person's journey: what stands in the way of a command, or undefined. */
export const impedimentTo = (command: CommandName, journey: EpisodeView): Impediment | undefined =>
  checks[command]?.(journey);
