import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { cancelled } from '../transitions/cancel.ts';

/**
 * A step down that a rule began because the goals of its level were reached loses its ground when one of them is
 * reopened (pathway §7). Goals that were newly set take nothing away: they may be the next level's. What stands on an
 * assessment, and a person's own decision, stays.
 */
export function reopenedGoalsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active' || journey.transition === undefined) return [];
  const { kind, by, from, transitionId, reverses } = journey.transition;
  if (kind !== 'step-down' || by !== 'rule' || reverses !== undefined) return [];
  const reason = journey.stepDownConsidered?.reasonEventId;
  if (journey.assessments.some(({ eventId }) => eventId === reason)) return [];
  // None was open when the move began, so whatever is open and was not just set was reopened since.
  const reopened = journey.goals.some(
    ({ level, state, changes }) => level === from && state === 'open' && changes.length > 0,
  );
  if (!reopened) return [];
  return [
    {
      at: journey.recordedAt,
      cause: 'now',
      subject: transitionId,
      make: ({ now }) => [cancelled(transitionId, 'grounds-withdrawn', now)],
    },
  ];
}
