import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { plusHours, type Instant } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';
import type { PatientDecision } from './state.ts';

/**
 * Whoever is to move is asked what they say to it (pathway §5), unless it was their own wish or they said it before;
 * who asks for another level has it considered.
 */
export function patientDecisionsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const open = journey.transition;
  const toAsk = open !== undefined && open.state !== 'suspended' && !hasSaid(journey, open);
  const wish = levelAskedFor(journey);
  return [
    ...(toAsk ? ask(journey, 'ask-patient-decision', open.transitionId, journey.recordedAt) : []),
    ...(wish ? ask(journey, 'consider-level-asked-for', wish.eventId, wish.recordedAt, wish.eventId) : []),
  ];
}

function ask(journey: OpenedJourney, kind: TaskKind, subject: string, at: Instant, causedBy?: string): readonly Owed[] {
  if (!notAsked(journey, kind, subject)) return [];
  const make = ({ now, programme }: Context) => {
    const dueAt = plusHours(now, programme.deadlines.reviewHours);
    const task = openTask(journey, { kind, role: 'therapist', subject, dueAt }, now);
    return [{ ...task, ...(causedBy !== undefined && { causedBy }) }];
  };
  return [{ at, cause: 'now', subject, make }];
}

/** Whether the person spoke to this move, wished for it, or agreed to less support before it began. */
export function hasSaid(journey: Active, { transitionId, kind, to }: NonNullable<Active['transition']>): boolean {
  if (journey.patientDecisions.some((said) => said.transitionId === transitionId)) return true;
  if (journey.transition?.transitionId === transitionId && wished(journey)) return true;
  return kind === 'step-down' && agreedTo(journey, to);
}

const wished = ({ transition }: Active): boolean => {
  const begun = transition?.state === 'suspended' ? transition.before : transition;
  return begun?.state === 'started' && begun.reasonCode === 'patient-request';
};

const agreedTo = (journey: Active, to: string): boolean => {
  const last = lastOnLessSupport(journey);
  if (last === undefined || (last.level !== undefined && last.level !== to)) return false;
  return last.decision === 'agrees' || (last.decision === 'asks-for-another-level' && last.level === to);
};

/** What the person said last, in this stay, about less support: to an open step down, or to one still to come. */
export const lastOnLessSupport = ({ patientDecisions, stay }: Active): PatientDecision | undefined =>
  patientDecisions.findLast(
    ({ at, transitionId, kind }) => at >= stay.since && (transitionId === undefined || kind === 'step-down'),
  );

/** The person's last word, where it is another level and that was not answered by a move there. */
export function levelAskedFor(journey: OpenedJourney): PatientDecision | undefined {
  const last = journey.patientDecisions.at(-1);
  if (last?.decision !== 'asks-for-another-level' || journey.status !== 'active') return undefined;
  if (last.at < journey.stay.since) return undefined;
  const there = [journey.stay.level, journey.transition?.to];
  return last.level !== undefined && there.includes(last.level) ? undefined : last;
}
