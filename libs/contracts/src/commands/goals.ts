import { goalDomains } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, FreeText } from '../scalars.ts';
import { command } from './command.ts';

export const goalBodies = {
  SetGoals: command({
    goals: z
      .array(
        z.strictObject({
          goalId: CallerId,
          domain: z.enum(goalDomains),
          text: FreeText,
          measure: FreeText.optional(),
        }),
      )
      .min(1)
      .max(50)
      .superRefine((goals, check) => {
        goals.forEach(({ goalId }, index) => {
          if (goals.findIndex((goal) => goal.goalId === goalId) !== index)
            check.addIssue({ code: 'custom', path: [index, 'goalId'], message: 'another goal has this id' });
        });
      })
      .readonly(),
  }),
  CompleteGoal: command({ goalId: CallerId, evidence: FreeText.optional() }),
  ReopenGoal: command({ goalId: CallerId }),
  WithdrawGoal: command({ goalId: CallerId }),
};

export const goalFreeText = {
  SetGoals: ['goals.*.text', 'goals.*.measure'],
  CompleteGoal: ['evidence'],
};
