import type { Journey } from '../journey.ts';
import type { Rejection } from '../rejections.ts';
import type { Task } from './state.ts';

/** The open task that a command names, or why it does not stand. */
export function openTaskOf(
  journey: Journey,
  taskId: string,
): { readonly task: Task } | { readonly rejection: Rejection } {
  if (journey.status === 'not-opened') return { rejection: { type: 'EpisodeNotOpened' } };
  const task = journey.tasks.find((known) => known.taskId === taskId);
  if (task === undefined) return { rejection: { type: 'UnknownTask', taskId } };
  return task.state === 'open' ? { task } : { rejection: { type: 'TaskNoLongerAsked', taskId } };
}
