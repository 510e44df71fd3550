import { rankIndicated } from '../assessments/as-made.ts';
import { currentAssessment } from '../assessments/current.ts';
import type { Context } from '../decision.ts';
import type { EventData } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { cancelled } from './cancel.ts';
import { levelOf } from './level-of.ts';
import type { OpenTransition } from './state.ts';

/**
 * Less support that a rule began ends again when an assessment made since indicates the present level or more (also more
 * than the programme has), or when
 * the goal or the assessment that gave the reason was withdrawn (pathway §6, §7). A person's own decision stays.
 */
export function lessSupportOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const open = journey.transition;
  if (open?.kind !== 'step-down' || open.by !== 'rule' || open.reverses !== undefined) return [];
  const cause = isIndicatedAgain(journey, open, programme)
    ? 'no-longer-indicated'
    : reasonWithdrawn(journey)
      ? 'grounds-withdrawn'
      : undefined;
  return cause === undefined ? [] : [ends(journey, open, cause)];
}

const ends = (
  { recordedAt: at }: Active,
  { transitionId }: OpenTransition,
  cause: EventData['TransitionCancelled']['cause'],
): Owed => ({
  at,
  cause: 'now',
  subject: transitionId,
  make: ({ now }) => [cancelled(transitionId, cause, now)],
});

function isIndicatedAgain(journey: Active, { from }: OpenTransition, programme: Programme): boolean {
  const assessment = currentAssessment(journey, journey.recordedAt, programme);
  return assessment !== undefined && rankIndicated(assessment, programme) >= levelOf(programme, from).rank;
}

/** What gave the reason is not among what is known any more. */
function reasonWithdrawn({ stepDownConsidered, goals, assessments }: Active): boolean {
  const reason = stepDownConsidered?.reasonEventId;
  if (reason === undefined) return false;
  const known = [
    ...goals.flatMap(({ eventId, changes }) => [eventId, ...changes.map((change) => change.eventId)]),
    ...assessments.map(({ eventId }) => eventId),
  ];
  return !known.includes(reason);
}
