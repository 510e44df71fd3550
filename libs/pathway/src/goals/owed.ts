import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { cancelled } from '../transitions/cancel.ts';

/**
 * A step down that a rule began stands on the goals of its level (pathway §7): one that was reopened since takes the
 * ground away. Goals that were newly set do not: they may be the next level's. A person's own decision stays.
 */
export function reopenedGoalsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active' || journey.transition === undefined) return [];
  const { kind, by, from, transitionId, reverses } = journey.transition;
  if (kind !== 'step-down' || by !== 'rule' || reverses !== undefined) return [];
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
