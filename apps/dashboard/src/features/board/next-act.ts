import type { SessionView } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import type { Row } from './arrange.ts';

/** The dialog that a row opens: which command, for which journey, about what. */
export interface NextAct {
  readonly words: string;
  readonly opens: { readonly do: string; readonly of: string; readonly about?: string };
}

/** What to do for a person next, among what this caller may do: a decision, then the hand-off, then the task due first. */
export function nextActOf(
  { episodeId: of, transition, nextTask }: Row,
  may: readonly SessionView['may']['send'][number][],
): NextAct | undefined {
  if (transition?.state === 'proposed' && may.includes('DecideProposal'))
    return { words: t('board.acts.decide'), opens: { do: 'decide-proposal', of, about: transition.transitionId } };
  if (transition?.state === 'started') {
    const about = transition.transitionId;
    if (transition.appointmentAt === undefined && may.includes('ScheduleHandOff'))
      return { words: t('board.acts.schedule'), opens: { do: 'schedule-hand-off', of, about } };
    if (may.includes('CompleteHandOff'))
      return { words: t('board.acts.arrived'), opens: { do: 'complete-hand-off', of, about } };
  }
  if (nextTask?.taskId !== undefined && may.includes('CompleteTask'))
    return { words: t('board.acts.task'), opens: { do: 'complete-task', of, about: nextTask.taskId } };
  return undefined;
}
