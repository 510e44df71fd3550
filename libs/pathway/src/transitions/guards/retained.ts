import { met, notMet, type Guard } from './facts.ts';

export const retainedByAPerson = 'not-retained-by-a-person';

/** Who turned a step down down is not asked again before a further goal is reached, or a further assessment made. */
export const notRetained: Guard = {
  rule: retainedByAPerson,
  waitsFor: 'a further goal, since a person kept this level',
  look: ({ journey: { goals, assessments, stay, stepDownRetainedAt: at } }, now) => {
    if (at === undefined) return met('no');
    const further = goals.some(
      (goal) => goal.level === stay.level && goal.completedAt !== undefined && goal.completedAt > at,
    );
    if (further) return met('a further goal was reached since');
    const again = assessments.some(({ assessedAt }) => assessedAt > at && assessedAt <= now);
    return again
      ? met('assessed again since')
      : notMet(`turned down ${at}, no further goal reached and not assessed again since`);
  },
  matures: ({ journey }) => journey.assessments.map(({ assessedAt }) => assessedAt),
};
