import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Goal, GoalChange, GoalStanding } from './state.ts';

type GoalEvent = CareEventOf<'GoalsSet' | 'GoalCompleted' | 'GoalReopened' | 'GoalWithdrawn'>;

export function evolveGoals(journey: OpenedJourney, event: GoalEvent): OpenedJourney {
  switch (event.type) {
    case 'GoalsSet': {
      const set = event.data.goals.map(({ goalId, domain, fingerprint }): Goal => ({
        goalId,
        domain,
        level: event.data.level,
        state: 'open',
        setAt: event.occurredAt,
        setBy: event.id,
        ...(fingerprint !== undefined && { fingerprint }),
        changes: [],
        eventId: event.id,
      }));
      return { ...journey, goals: [...journey.goals, ...set] };
    }
    case 'GoalCompleted':
      return changed(journey, event, 'achieved');
    case 'GoalReopened':
      return changed(journey, event, 'open');
    case 'GoalWithdrawn':
      return changed(journey, event, 'withdrawn');
  }
}

function changed(
  journey: OpenedJourney,
  event: CareEventOf<'GoalCompleted' | 'GoalReopened' | 'GoalWithdrawn'>,
  to: GoalStanding,
): OpenedJourney {
  const change: GoalChange = { to, at: event.occurredAt, eventId: event.id };
  const goals = journey.goals.map((goal) =>
    goal.goalId === event.data.goalId ? withChanges(goal, [...goal.changes, change]) : goal,
  );
  return { ...journey, goals };
}

/** The goal as these changes leave it: the last one counts. */
function withChanges(goal: Goal, changes: readonly GoalChange[]): Goal {
  const { completedAt: _c, withdrawnAt: _w, ...set } = goal;
  const last = changes.at(-1);
  return {
    ...set,
    changes,
    state: last?.to ?? 'open',
    ...(last?.to === 'achieved' && { completedAt: last.at }),
    ...(last?.to === 'withdrawn' && { withdrawnAt: last.at }),
    eventId: last?.eventId ?? goal.setBy,
  };
}
