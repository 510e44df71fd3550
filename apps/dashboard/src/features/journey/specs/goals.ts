import type { Examples } from './example.ts';
import { sealed } from './values.ts';

export const goalExamples = {
  GoalsSet: [
    {
      level: 'iop',
      goals: [
        { goalId: 'g1', domain: 'housing', text: sealed },
        { goalId: 'g2', domain: 'family', text: sealed },
      ],
    },
    '2 goals set in IOP: housing and family.',
  ],
  GoalCompleted: [{ goalId: 'g1' }, 'Goal achieved: housing.'],
  GoalReopened: [{ goalId: 'g1' }, 'Goal taken up again: housing.'],
  GoalWithdrawn: [{ goalId: 'g1', reason: sealed }, 'Goal withdrawn: housing.'],
} satisfies Partial<Examples>;
