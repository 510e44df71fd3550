import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Task } from './state.ts';
import type { Owed } from '../owed.ts';
import { escalationOwed } from './escalation.ts';
import { settled } from './settled.ts';

/** Tasks end when what they ask for was recorded or is no longer asked for; what is overdue goes up. */
export function tasksOwed(journey: OpenedJourney, { programme, calendar }: Context): readonly Owed[] {
  return journey.tasks.flatMap((task): readonly Owed[] => {
    if (task.state !== 'open') return [];
    const end = settled(journey, task, { programme, calendar });
    if (end) return [ends(journey, task, end)];
    return escalationOwed(task, programme);
  });
}

/** After a death nothing is asked of anyone any more. */
export const tasksEnded = (journey: OpenedJourney): readonly Owed[] =>
  journey.tasks.filter((task) => task.state === 'open').map((task) => ends(journey, task, 'cancelled'));

const ends = (journey: OpenedJourney, { taskId }: Task, end: 'completed' | 'cancelled'): Owed => ({
  at: journey.recordedAt,
  cause: 'now',
  subject: taskId,
  together: true,
  make: ({ now }) => [
    { type: end === 'completed' ? 'TaskCompleted' : 'TaskCancelled', occurredAt: now, data: { taskId } },
  ],
});
