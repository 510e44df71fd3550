import { listInWords, dispositionWords, drugClassWords } from '../../marks/dispositions.ts';
import type { RoleWords } from './role-words.ts';
import * as words from './words.ts';
import type { DataOf, EventType } from './words.ts';

/** What a sentence needs to know beside its event. */
export interface Telling {
  /** The title of a level as it stands in a sentence. */
  readonly level: (id: string) => string;
  readonly moment: (at: string) => string;
  readonly day: (at: string) => string;
  readonly role: RoleWords;
  /** The code of a medication by its id, as recorded earlier. */
  readonly medication: (medicationId: string) => string | undefined;
  readonly goal: (goalId: string) => string | undefined;
  readonly task: (taskId: string) => string | undefined;
  /** Whether a person decided, and not a rule. */
  readonly byPerson: boolean;
}

type Sentences = { readonly [Type in EventType]: (data: DataOf<Type>, telling: Telling) => string };

/** Every care event as one sentence, in the words of the pathway (§12). */
export const sentences: Sentences = {
  EpisodeOpened: ({ entryLevel, programme }, { level }) =>
    `Episode of care opened, to begin in ${level(entryLevel)} (${programme.id} v${programme.version}).`,
  Admitted: (data, { level }) => `Admitted to ${level(data.level)} at the first attended service.`,
  MedicationRecorded: ({ medication, kind, from, to }, { day }) =>
    `Medication recorded: ${words.medicationWords(medication)}, ${words.medicationKindWords[kind]}, from ${day(from)}${to === undefined ? '' : ` to ${day(to)}`}.`,
  MedicationContinuityArranged: ({ medicationId, nextDoseAt }, { medication, moment }) =>
    `Next dose arranged for ${moment(nextDoseAt)}: ${words.medicationWords(medication(medicationId) ?? medicationId)}.`,
  MedicationEnded: ({ medicationId, at }, { medication, day }) =>
    `Medication ended on ${day(at)}: ${words.medicationWords(medication(medicationId) ?? medicationId)}.`,
  ScreeningPlanSet: ({ from, until, drugClasses, negativeBy }, { day }) =>
    `Screening plan from ${day(from)}${until === undefined ? '' : ` until ${day(until)}`}: ${classes(drugClasses)} count; a day is negative by ${negativeBy === 'specimen' ? 'a valid specimen' : 'an attended visit'} without one.`,
  SessionRecorded: ({ sessionType, minutes, attendance }) =>
    `${words.sessionWords[sessionType]}, ${length(minutes)}: ${words.attendanceWords[attendance]}.`,
  DrugTestResultRecorded: (data, { day }) => testResult(data, day),
  DrugTestNotCollected: ({ dueAt, outcome }, { day }) =>
    `Drug test of ${day(dueAt)} not collected: ${words.notCollectedWords[outcome]}.`,
  DrugTestDisposed: ({ specimenId, drugClass, disposition }) =>
    `${capital(drugClassWords(drugClass))} of ${specimenId}: ${small(dispositionWords[disposition])}.`,
  DrugTestReviewed: ({ specimenId, drugClass, finding }) =>
    `A clinician reviewed ${drugClassWords(drugClass)} of ${specimenId}: ${words.findingWords[finding]}.`,
  UseEstablished: ({ drugClasses, specimenIds, at }, { day }) =>
    `New use established: ${classes(drugClasses)}, collected ${day(at)} (${listInWords(specimenIds)}).`,
  UseWithdrawn: () => 'A use no longer stands: what it stood on was judged again.',
  ConfirmationRequested: ({ specimenId, drugClasses, closesAt }, { day }) =>
    `Confirmation of ${classes(drugClasses)} asked for (${specimenId}); it closes on ${day(closesAt)}.`,
  TransitionConsidered: ({ sentence }) => sentence,
  TransitionProposed: ({ kind, from, to, deadlineAt, atDeadline }, { level, moment }) =>
    `${words.moveWords[kind]} proposed: ${level(from)} to ${level(to)}, to be decided by ${moment(deadlineAt)}; ${words.atDeadlineWords[atDeadline]}.`,
  TransitionApproved: () => 'The proposal was approved.',
  TransitionDeclined: () => 'The proposal was declined; the present level continues.',
  TransitionLapsed: () => 'The proposal lapsed undecided; the present level continues.',
  TransitionEscalated: ({ cause }) => `Escalated: ${words.escalationWords[cause]}.`,
  TransitionStarted: ({ kind, from, to, handOffDueAt, reasonCode }, { level, moment, byPerson }) =>
    `${words.moveWords[kind]} ${reasonCode !== undefined || byPerson ? 'started by decision of a person' : 'started by itself'}: ${level(from)} to ${level(to)}${reasonCode === undefined ? '' : `, for ${words.reasonWords[reasonCode]}`}. First attended service by ${moment(handOffDueAt)}.`,
  TransitionSuspended: ({ cause }) => `The move is suspended: ${words.suspensionWords[cause]}.`,
  TransitionResumed: () => 'The move goes on.',
  TransitionRegrounded: ({ grounds }) =>
    `The move now stands on ${grounds.length === 1 ? 'another use' : `${grounds.length} uses`}.`,
  HandOffScheduled: ({ appointmentAt }, { moment }) => `Hand-off appointment: ${moment(appointmentAt)}.`,
  HandOffMissed: ({ times, reasonCode }) =>
    `Hand-off appointment not kept${times > 1 ? `, ${times} times now` : ''}: ${words.handOffWords[reasonCode]}.`,
  TransitionCompleted: ({ to }, { level }) => `First attended service in ${level(to)}: the level is now ${level(to)}.`,
  TransitionCancelled: ({ cause }) => `The move was cancelled: ${words.cancelWords[cause]}.`,
  GoalsSet: ({ level: at, goals }, { level }) =>
    `${goals.length === 1 ? '1 goal' : `${goals.length} goals`} set in ${level(at)}: ${listInWords(goals.map(({ domain }) => words.goalWords[domain].toLowerCase()))}.`,
  GoalCompleted: ({ goalId }, { goal }) => `Goal achieved: ${(goal(goalId) ?? goalId).toLowerCase()}.`,
  HoldPlaced: ({ until }, { moment }) => `Automatic moves paused to ${moment(until)}.`,
  HoldReleased: ({ cause }) =>
    `Automatic moves go on: ${cause === 'ended' ? 'the pause came to its end' : 'the pause was ended'}.`,
  TaskOpened: ({ kind, role, dueAt }, telling) =>
    `Task for the ${telling.role(role)}: ${small(words.taskWords[kind])}, by ${telling.moment(dueAt)}.`,
  TaskCompleted: ({ taskId }, { task }) => `Task done: ${small(task(taskId) ?? 'a task')}.`,
  TaskEscalated: ({ taskId, role }, telling) =>
    `Task overdue, now for the ${telling.role(role)}: ${small(telling.task(taskId) ?? 'a task')}.`,
  TaskCancelled: ({ taskId }, { task }) => `Task no longer asked for: ${small(task(taskId) ?? 'a task')}.`,
  EpisodeDischarged: ({ reasonCode, againstAdvice }) =>
    `Discharged: ${againstAdvice ? 'patient-directed discharge' : small(words.dischargeWords[reasonCode])}.`,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const classes = (drugClasses: readonly Parameters<typeof drugClassWords>[0][]) =>
  listInWords(drugClasses.map(drugClassWords));

function length(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60}\u00a0h` : `${Math.floor(minutes / 60)}\u00a0h\u00a0${rest}\u00a0min`;
}

function testResult(data: DataOf<'DrugTestResultRecorded'>, day: (at: string) => string): string {
  const { specimenId, collectedAt, status, validity, results } = data;
  const of = (wanted: (typeof results)[number]['outcome']) => results.filter(({ outcome }) => outcome === wanted);
  const named = (found: typeof results) =>
    listInWords([...new Set(found.map(({ drugClass }) => drugClassWords(drugClass)))]);
  const positive = of('positive');
  const parts = [
    positive.length > 0 &&
      `positive for ${named(positive)} (${positive.every(({ stage }) => stage === 'definitive') ? 'definitive' : 'presumptive'})`,
    of('negative').length > 0 && (positive.length > 0 ? `${of('negative').length} negative` : 'negative'),
    of('indeterminate').length > 0 && `${named(of('indeterminate'))} not decided`,
    of('not-done').length > 0 && `${named(of('not-done'))} not done`,
  ].filter((part) => part !== false);
  const report = status === 'final' ? '' : ` (${status} report)`;
  const finding =
    validity.finding === 'valid' || validity.finding === 'not-recorded'
      ? ''
      : `; specimen ${words.validityWords[validity.finding]}`;
  return `Drug test ${specimenId}${report}, collected ${day(collectedAt)}: ${parts.join(', ') || 'no results'}${finding}.`;
}
