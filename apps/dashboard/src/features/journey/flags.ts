import type { EpisodeView } from '@stepway/contracts';
import type { Flag } from '../../marks/attention.ts';

/** What asks for an act on this journey right now, the most urgent first. */
export function journeyFlags(
  { transition, termination, holds, tasks, crises = [], leaves = [] }: EpisodeView,
  now: number,
): readonly Flag[] {
  const flags: Flag[] = [];
  if (crises.some(({ resolvedAt }) => resolvedAt === null)) flags.push('crisis');
  if (transition?.state === 'started' || transition?.state === 'suspended' || transition?.state === 'waiting')
    flags.push(
      isPast(transition.handOffDueAt, now) && transition.state === 'started' ? 'hand-off-overdue' : 'hand-off',
    );
  if (transition?.state === 'proposed')
    flags.push(isPast(transition.deadlineAt, now) ? 'proposal-escalated' : 'proposal');
  if (leaves.some(({ endedAt, expectedReturnAt }) => endedAt === null && isPast(expectedReturnAt ?? undefined, now)))
    flags.push('leave-overdue');
  if (tasks.some(({ dueAt }) => isPast(dueAt, now)) && !flags.includes('hand-off-overdue')) flags.push('task-overdue');
  if (termination !== null) flags.push('second-person');
  if (holds.some(({ endedAt }) => endedAt === null)) flags.push('hold');
  return flags;
}

const isPast = (at: string | undefined, now: number) => at !== undefined && Date.parse(at) < now;
