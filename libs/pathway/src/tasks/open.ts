import type { NewEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Task } from './state.ts';
import type { Instant } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';

export interface TaskAsked {
  readonly kind: TaskKind;
  readonly role: Role;
  /** What it is about: a specimen, a use, a transition. */
  readonly subject: string;
  readonly dueAt: Instant;
}

/** `<episodeId>.task.<kind>.<subject>`; the id of a subject of this episode is not told twice. */
export function taskId(episodeId: string, kind: TaskKind, subject: string): string {
  const own = `${episodeId}.`;
  return `${episodeId}.task.${kind}.${subject.startsWith(own) ? subject.slice(own.length) : subject}`;
}

/** Asks a person to do something by `dueAt`. Opening a task that was cancelled opens it again. */
export function openTask(journey: OpenedJourney, asked: TaskAsked, occurredAt: Instant): NewEventOf<'TaskOpened'> {
  const { kind, role, subject, dueAt } = asked;
  return {
    type: 'TaskOpened',
    occurredAt,
    data: { taskId: taskId(journey.episodeId, kind, subject), kind, role, subject, dueAt },
  };
}

/** The task of this kind about this subject, whatever its state. */
export function taskOf(journey: OpenedJourney, kind: TaskKind, subject: string): Task | undefined {
  const id = taskId(journey.episodeId, kind, subject);
  return journey.tasks.find((task) => task.taskId === id);
}

/** Whether such a task still has to be opened: it never was, or it was cancelled. */
export function notAsked(journey: OpenedJourney, kind: TaskKind, subject: string): boolean {
  const task = taskOf(journey, kind, subject);
  return task === undefined || task.state === 'cancelled';
}

export const openTasks = (journey: OpenedJourney, kind: TaskKind): readonly Task[] =>
  journey.tasks.filter((task) => task.kind === kind && task.state === 'open');

/** Whether somebody is asked this already, about whatever, or has answered it since that moment. */
export const askedOrDoneSince = (journey: OpenedJourney, kind: TaskKind, since: Instant): boolean =>
  journey.tasks.some(
    (task) =>
      task.kind === kind &&
      (task.state === 'open' || (task.state === 'completed' && task.endedAt !== undefined && task.endedAt >= since)),
  );
