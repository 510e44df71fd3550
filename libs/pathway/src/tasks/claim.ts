import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { toldAgain } from '../told-again.ts';
import { plusHours, plusMinutes } from '../time.ts';
import { isUrgent, mayBeSnoozed, whoMayTake } from './roles.ts';
import { openTaskOf } from './find.ts';

/**
 * A person takes a task on. For a crisis this is the acknowledgement: the phone tree rings no further. Taken by the
 * same person already: no news. Rejects: EpisodeNotOpened, UnknownTask, TaskNoLongerAsked, RoleNotAllowed, TaskTaken.
 */
export function claimTask(journey: Journey, command: CommandOf<'ClaimTask'>, { programme }: Context): Decision {
  const { taskId, occurredAt, reason, actor } = command;
  if (toldAgain(journey, command, 'TaskClaimed', { taskId })) return nothingNew;
  const found = openTaskOf(journey, taskId);
  if ('rejection' in found) return reject(found.rejection);
  const { task } = found;
  const needs = whoMayTake(task, programme);
  if (actor.kind !== 'person' || !needs.includes(actor.role))
    return reject({ type: 'RoleNotAllowed', role: actor.role, needs });
  const { owner } = task;
  if (owner?.staffId === actor.id && owner.by === 'claim') return nothingNew;
  // Where somebody is in danger, whoever is there may act in place of the one who was asked to.
  const free = owner === undefined || owner.staffId === actor.id || (owner.by === 'assignment' && isUrgent(task.kind));
  if (!free) return reject({ type: 'TaskTaken', taskId, owner: owner.staffId });

  return accept({ type: 'TaskClaimed', occurredAt, data: { taskId, ...(reason && { reason }) } });
}

/**
 * Somebody gives a task to a member of staff, in place of whoever had it. Of a crisis this acknowledges nothing: the
 * one who is asked does. Rejects: EpisodeNotOpened, UnknownTask, TaskNoLongerAsked, RoleNotAllowed.
 */
export function assignTask(journey: Journey, command: CommandOf<'AssignTask'>, { programme, now }: Context): Decision {
  const { taskId, to, occurredAt, reason } = command;
  if (toldAgain(journey, command, 'TaskAssigned', { taskId, to })) return nothingNew;
  const found = openTaskOf(journey, taskId);
  if ('rejection' in found) return reject(found.rejection);
  const { task } = found;
  const needs = whoMayTake(task, programme);
  if (!needs.includes(to.role)) return reject({ type: 'RoleNotAllowed', role: to.role, needs });
  if (task.owner?.staffId === to.staffId) return nothingNew;

  const acknowledgeBy = plusMinutes(now, programme.crisis.acknowledgeMinutes);
  const data = { taskId, to, ...(isUrgent(task.kind) && { acknowledgeBy }), ...(reason && { reason }) };
  return accept({ type: 'TaskAssigned', occurredAt, data });
}

/**
 * Puts a task off, for a time that is limited from when it was due: again and again adds nothing. Safety is not put off.
 * Rejects: EpisodeNotOpened, UnknownTask, TaskNoLongerAsked, TaskNotSnoozable, EndsBeforeItBegins, SnoozeTooLong.
 */
export function snoozeTask(journey: Journey, command: CommandOf<'SnoozeTask'>, { programme }: Context): Decision {
  const { taskId, until, occurredAt, reason } = command;
  if (toldAgain(journey, command, 'TaskSnoozed', { taskId, until })) return nothingNew;
  const found = openTaskOf(journey, taskId);
  if ('rejection' in found) return reject(found.rejection);
  const { task } = found;
  if (!mayBeSnoozed(task.kind)) return reject({ type: 'TaskNotSnoozable', taskId, kind: task.kind });
  if (task.snoozedUntil === until) return nothingNew;
  if (until <= occurredAt) return reject({ type: 'EndsBeforeItBegins', field: 'until' });
  const latest = plusHours(task.dueAt, programme.tasks.snoozeMaximumHours);
  if (until > latest) return reject({ type: 'SnoozeTooLong', until, latest });

  return accept({ type: 'TaskSnoozed', occurredAt, data: { taskId, until, ...(reason && { reason }) } });
}
