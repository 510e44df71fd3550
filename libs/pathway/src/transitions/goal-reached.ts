import type { Active } from '../journey.ts';
import type { Goal } from '../goals/state.ts';

/** The goal that closed the list: none is open at the present level, and this one was the last reached during the stay. */
export function goalReached({ goals, stay }: Active): Goal | undefined {
  const ofLevel = goals.filter((goal) => goal.level === stay.level);
  if (ofLevel.some((goal) => goal.state === 'open')) return undefined;
  return ofLevel
    .filter((goal) => goal.completedAt !== undefined && goal.completedAt >= stay.since)
    .toSorted((a, b) => ((a.completedAt ?? '') < (b.completedAt ?? '') ? -1 : 1))
    .at(-1);
}
