import { met, notMet, type Guard } from './facts.ts';

export const retainedByAPerson = 'not-retained-by-a-person';

/** Who turned a step down down is not asked again before a further goal is reached. */
export const notRetained: Guard = {
  rule: retainedByAPerson,
  waitsFor: 'a further goal, since a person kept this level',
  look: ({ journey: { goals, stay, stepDownRetainedAt: at } }) => {
    if (at === undefined) return met('no');
    const further = goals.some(
      (goal) => goal.level === stay.level && goal.completedAt !== undefined && goal.completedAt > at,
    );
    return further
      ? met('a further goal was reached since')
      : notMet(`turned down ${at}, no further goal reached since`);
  },
};
