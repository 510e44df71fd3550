import { listInWords } from '../../../texts/in-language.ts';
import { small } from '../../../texts/letters.ts';
import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const goalSentences = {
  GoalsSet: ({ level: at, goals }, { level }) =>
    t('events.goals.GoalsSet', {
      count: goals.length,
      level: level(at),
      goals: listInWords(goals.map(({ domain }) => small(t(`events.goals.domains.${domain}`)))),
    }),
  GoalCompleted: ({ goalId }, { goal }) => t('events.goals.GoalCompleted', { goal: goal(goalId) ?? goalId }),
  GoalReopened: ({ goalId }, { goal }) => t('events.goals.GoalReopened', { goal: goal(goalId) ?? goalId }),
  GoalWithdrawn: ({ goalId }, { goal }) => t('events.goals.GoalWithdrawn', { goal: goal(goalId) ?? goalId }),
} satisfies Partial<Sentences>;
