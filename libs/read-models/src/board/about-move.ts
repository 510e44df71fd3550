import type { TransitionView } from '@stepway/contracts';
import { moudTaken, ownerOf, type OpenedJourney, type OpenTransition } from '@stepway/pathway';
import type { RowContext } from '../row-context.ts';
import { underSuspension } from '../transition-view.ts';

/** What the lists of moves show beside the move itself: who has to do what for it, and the doses that must go on. */
export function aboutMove(
  journey: OpenedJourney,
  transition: OpenTransition,
  { programme }: RowContext,
): Pick<TransitionView, 'tasks' | 'doses'> {
  const tasks = tasksOf(journey, transition);
  if (underSuspension(transition).state === 'proposed') return { tasks };
  const doses = moudTaken(journey, programme, journey.recordedAt).map(({ medicationId, medication, nextDose }) => ({
    medicationId,
    medication,
    nextAt: nextDose?.at ?? null,
  }));
  return { tasks, doses };
}

/** Subjects of a move's tasks begin with its id: of a further attempt, of one appointment. */
const tasksOf = (journey: OpenedJourney, { transitionId }: OpenTransition): NonNullable<TransitionView['tasks']> =>
  journey.tasks
    .filter(
      ({ state, subject }) => state === 'open' && (subject === transitionId || subject.startsWith(`${transitionId}.`)),
    )
    .map((task) => {
      const owner = ownerOf(journey, task);
      const { taskId, kind, dueAt } = task;
      return { taskId, kind, dueAt, owner: owner === undefined ? null : { staffId: owner.staffId, role: owner.role } };
    })
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
