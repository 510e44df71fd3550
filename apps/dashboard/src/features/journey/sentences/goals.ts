import { listInWords } from '../../../texts/in-language.ts';
import { goalWords } from '../words/goals.ts';
import type { Sentences } from './telling.ts';

export const goalSentences = {
  GoalsSet: ({ level: at, goals }, { level }) =>
    `${goals.length === 1 ? '1 goal' : `${goals.length} goals`} set in ${level(at)}: ${listInWords(goals.map(({ domain }) => goalWords[domain].toLowerCase()))}.`,
  GoalCompleted: ({ goalId }, { goal }) => `Goal achieved: ${(goal(goalId) ?? goalId).toLowerCase()}.`,
  GoalReopened: ({ goalId }, { goal }) => `Goal taken up again: ${(goal(goalId) ?? goalId).toLowerCase()}.`,
  GoalWithdrawn: ({ goalId }, { goal }) => `Goal withdrawn: ${(goal(goalId) ?? goalId).toLowerCase()}.`,
} satisfies Partial<Sentences>;
