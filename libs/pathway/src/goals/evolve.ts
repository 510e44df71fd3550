import type { CareEventOf } from '../events.ts';
import type { Goal } from './state.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveGoals(journey: OpenedJourney, event: CareEventOf<'GoalsSet' | 'GoalCompleted'>): OpenedJourney {
  switch (event.type) {
    case 'GoalsSet': {
      const set = event.data.goals.map(({ goalId, domain }): Goal => ({
        goalId,
        domain,
        level: event.data.level,
        state: 'open',
        setAt: event.occurredAt,
        eventId: event.id,
      }));
      return { ...journey, goals: [...journey.goals, ...set] };
    }
    case 'GoalCompleted': {
      const goals = journey.goals.map((goal): Goal =>
        goal.goalId === event.data.goalId
          ? { ...goal, state: 'achieved', completedAt: event.occurredAt, eventId: event.id }
          : goal,
      );
      return { ...journey, goals };
    }
  }
}
