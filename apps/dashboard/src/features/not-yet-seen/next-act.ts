import type { HandOff } from './hand-off.ts';

/** What is done about a hand-off, by the command that does it. */
export const acts = ['make-appointment', 'record-arrival', 'call', 'escalate'] as const;
export type Act = (typeof acts)[number];

/** Missed twice: the next attempt is somebody else's to decide. */
const escalatesFrom = 2;

/**
 * The one next act of a row: nothing is asked of a move that is suspended; an appointment that passed, or is still in
 * time, ends in an arrival; one that comes after the deadline needs a call before; without one it is made, or given to
 * somebody above where the person did not attend twice and the deadline is over.
 */
export function nextAct({ transition }: HandOff, now: number): Act | undefined {
  const { state, appointmentAt, handOffDueAt, missed = 0 } = transition;
  if (state === 'suspended') return undefined;
  const overdue = Date.parse(handOffDueAt) < now;
  if (appointmentAt === undefined) return overdue && missed >= escalatesFrom ? 'escalate' : 'make-appointment';
  return Date.parse(appointmentAt) > now && overdue ? 'call' : 'record-arrival';
}

/** The task that goes to somebody above: the one of the deadline, else the one that is due first. */
export const taskToEscalate = ({ transition: { tasks = [] } }: HandOff) =>
  tasks.find(({ kind }) => kind === 'hand-off-overdue') ?? tasks[0];

/** The command that an act sends. */
export function commandOf(act: Act | 'did-not-attend' | 'cancel') {
  switch (act) {
    case 'make-appointment':
      return 'ScheduleHandOff';
    case 'record-arrival':
      return 'CompleteHandOff';
    case 'did-not-attend':
      return 'FailHandOff';
    case 'cancel':
      return 'CancelTransition';
    case 'call':
      return 'RecordOutreach';
    case 'escalate':
      return 'AssignTask';
  }
}

/** The dialog of an act, as it stands in the address. */
export function dialogOf(act: Act | 'did-not-attend' | 'cancel', row: HandOff) {
  const of = row.episodeId;
  const about = row.transition.transitionId;
  switch (act) {
    case 'make-appointment':
      return { do: 'schedule-hand-off', of, about };
    case 'record-arrival':
      return { do: 'complete-hand-off', of, about };
    case 'did-not-attend':
      return { do: 'fail-hand-off', of, about };
    case 'cancel':
      return { do: 'cancel-transition', of, about };
    case 'call':
      return { do: 'record-outreach', of };
    case 'escalate': {
      const task = taskToEscalate(row);
      return task === undefined ? { do: 'record-outreach', of } : { do: 'assign-task', of, about: task.taskId };
    }
  }
}
