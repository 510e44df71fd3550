import type { Active } from '../journey.ts';
import type { Goal } from '../goals/state.ts';
import type { Instant } from '../time.ts';

/**
 * The goal that closed the list of the present level: none is open, at least one was achieved during the stay, and
 * this one was achieved or withdrawn last (pathway §7).
 */
export function goalReached({ goals, stay }: Active): Goal | undefined {
  const ofLevel = goals.filter((goal) => goal.level === stay.level);
  if (ofLevel.some((goal) => goal.state === 'open')) return undefined;
  const duringStay = ofLevel.filter((goal) => closedAt(goal) >= stay.since);
  if (!duringStay.some((goal) => goal.state === 'achieved')) return undefined;
  return duringStay.reduce((last, goal) => (closedAt(goal) >= closedAt(last) ? goal : last));
}

/** When it was achieved or withdrawn. */
export const closedAt = ({ completedAt, withdrawnAt }: Goal): Instant => completedAt ?? withdrawnAt ?? '';
