import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import { plusHours, plusMinutes } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { cancelled } from '../transitions/cancel.ts';
import type { OpenTransition } from '../transitions/state.ts';
import { reversalsOwed } from './overdose-reversals.ts';
import type { Crisis } from './state.ts';

/**
 * A crisis comes before everything (pathway §8): somebody acknowledges it within minutes, an open step down ends, and
 * all dimensions are assessed again within a day.
 */
export function crisesOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  return [...reversalsOwed(journey, context.programme), ...stepDownEnds(journey), ...asked(journey)];
}

const asked = (journey: OpenedJourney): readonly Owed[] =>
  journey.crises
    .filter(({ crisisId, resolved }) => resolved === undefined && !taskOf(journey, 'crisis', crisisId))
    .map((crisis) => ({
      at: crisis.recordedAt,
      cause: 'now',
      subject: crisis.crisisId,
      make: (context) => peopleAct(journey, crisis, context),
    }));

function peopleAct(
  journey: OpenedJourney,
  { crisisId: subject, kind: danger, eventId: causedBy }: Crisis,
  { now, programme }: Context,
): readonly NewEvent[] {
  const { crisis, deadlines } = programme;
  const ask = (kind: TaskKind, role: Role, hours: number): NewEvent => ({
    ...openTask(journey, { kind, role, subject, dueAt: plusHours(now, hours) }, now),
    causedBy,
  });
  const acknowledgeBy = plusMinutes(now, crisis.acknowledgeMinutes);
  const [first] = crisis.phoneTree;
  const alarm = { ...openTask(journey, { kind: 'crisis', role: first, subject, dueAt: acknowledgeBy }, now), causedBy };
  // Nobody is at a level to be assessed for after the episode ended: a return is a decision of its own.
  const reassess = journey.status === 'discharged' ? [] : [ask('reassessment', 'therapist', crisis.reassessHours)];
  switch (danger) {
    case 'overdose':
      return [alarm, ...reassess, ask('overdose-check', 'nurse', deadlines.sameDayHours)];
    case 'suicidality':
      return [alarm, ...reassess, ask('safety-plan', 'therapist', deadlines.safetyPlanHours)];
    case 'severe-withdrawal':
      return [alarm, ...reassess, ask('withdrawal-check', 'nurse', deadlines.sameDayHours)];
    case 'psychosis':
    case 'other':
      return [alarm, ...reassess];
  }
}

/** What a person decides after it was raised is theirs; what was under way before it ends, also in an earlier crisis. */
function stepDownEnds(journey: OpenedJourney): readonly Owed[] {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.kind !== 'step-down') return [];
  const crisis = journey.crises.find(({ resolved, recordedAt }) => !resolved && begunAt(open) <= recordedAt);
  if (crisis === undefined) return [];
  const { transitionId } = open;
  return [
    {
      at: journey.recordedAt,
      cause: 'now',
      subject: transitionId,
      make: ({ now }) => [{ ...cancelled(transitionId, 'crisis', now), causedBy: crisis.eventId }],
    },
  ];
}

function begunAt(open: OpenTransition): string {
  switch (open.state) {
    case 'proposed':
      return open.proposedAt;
    case 'started':
      return open.startedAt;
    case 'suspended':
      return begunAt(open.before);
  }
}
