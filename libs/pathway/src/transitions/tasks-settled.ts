import type { SiteCalendar } from '../calendar.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { endOf } from '../medications/explains.ts';
import { hasSaid, levelAskedFor } from '../patient-decisions/owed.ts';
import type { Programme } from '../programme/programme.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { appointmentOf, attempt } from './hand-offs-owed.ts';
import type { StartedTransition } from './state.ts';
import { stepDownReason } from './step-down-reason.ts';

const openMoveOf = (journey: OpenedJourney): Active['transition'] =>
  journey.status === 'active' ? journey.transition : undefined;

export const nextDosesArranged = ({ medications }: OpenedJourney, { openedAt }: Task): boolean => {
  const goingOn = medications.filter((medication) => endOf(medication) === undefined);
  return (
    goingOn.length > 0 && goingOn.every(({ nextDose }) => nextDose !== undefined && nextDose.arrangedAt >= openedAt)
  );
};

export const made = (journey: OpenedJourney, transitionId: string): boolean =>
  journey.completedTransitions.some((transition) => transition.transitionId === transitionId);

export function said(journey: OpenedJourney, transitionId: string): boolean {
  const open = openMoveOf(journey);
  if (journey.patientDecisions.some((decision) => decision.transitionId === transitionId)) return true;
  return journey.status === 'active' && open?.transitionId === transitionId && hasSaid(journey, open);
}

/** A move to the level that the person asked for answers it; another word of theirs, or the end, makes it moot. */
export function wishTask(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  if (levelAskedFor(journey)?.eventId === subject) return undefined;
  const wish = journey.patientDecisions.find(({ eventId }) => eventId === subject);
  if (journey.status !== 'active' || wish?.level === undefined) return 'cancelled';
  return [journey.stay.level, journey.transition?.to].includes(wish.level) ? 'completed' : 'cancelled';
}

export function whileOpen(
  journey: OpenedJourney,
  transitionId: string,
  states: readonly NonNullable<Active['transition']>['state'][],
): TaskEnd | undefined {
  const open = openMoveOf(journey);
  return open?.transitionId === transitionId && states.includes(open.state) ? undefined : 'cancelled';
}

/** An appointment answers it; so does the person being seen. A further attempt has tasks of its own. */
export function handOffTask(journey: OpenedJourney, task: Task): TaskEnd | undefined {
  const ofAttempt = (open: StartedTransition): boolean => attempt(open) === task.subject;
  const open = openMoveOf(journey);
  if (open?.state === 'started' && ofAttempt(open)) return open.appointmentAt === undefined ? undefined : 'completed';
  const seen = journey.completedTransitions.some(
    ({ transitionId }) => task.subject === transitionId || task.subject.startsWith(`${transitionId}.again-`),
  );
  return seen ? 'completed' : 'cancelled';
}

/** The person was seen, or was not; or another time was found for the same appointment. */
export function attendanceTask(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const open = openMoveOf(journey);
  if (open?.state === 'started' && appointmentOf(open) === subject) return undefined;
  const seen = journey.completedTransitions.some(({ transitionId }) => subject.startsWith(`${transitionId}.`));
  const said = open?.state === 'started' && subject.startsWith(`${open.transitionId}.`);
  return seen || said ? 'completed' : 'cancelled';
}

/** Answered when the move started or was turned down by a person; moot when it ended otherwise. */
export function decideTask(journey: OpenedJourney, task: Task): TaskEnd | undefined {
  const open = openMoveOf(journey);
  if (open?.transitionId === task.subject) return open.state === 'started' ? 'completed' : undefined;
  return made(journey, task.subject) ? 'completed' : 'cancelled';
}

export function resolveTask(
  journey: OpenedJourney,
  rules: { readonly programme: Programme; readonly calendar: SiteCalendar },
): TaskEnd | undefined {
  if (journey.status !== 'active') return 'cancelled';
  if (stepDownReason(journey, journey.recordedAt, rules) === undefined) return 'cancelled';
  switch (journey.stepDownConsidered?.outcome) {
    case undefined:
    case 'nothing':
      return 'cancelled';
    case 'started':
    case 'proposed':
      return 'completed';
    default:
      return undefined;
  }
}

export function reviewMoveTask(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const standing = new Set(journey.uses.filter((use) => !use.withdrawn).map((use) => use.useId));
  const move = journey.completedTransitions.find(({ transitionId }) => transitionId === subject);
  return move?.grounds.some((useId) => standing.has(useId)) ? 'cancelled' : undefined;
}
