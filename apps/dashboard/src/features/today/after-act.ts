import type { WorklistItem } from '@stepway/contracts';
import type { CommandInput } from '../../api/commands.ts';
import type { Undoing } from '../../dialogs/undo.tsx';
import type { whos } from './filters.ts';
import type { TaskWish } from './wishes.ts';

/** Whose tasks the list shows, and whether those that were put off stand in it. */
export interface Shown {
  readonly who: (typeof whos)[number];
  readonly withSnoozed: boolean;
}

/** Whether what was done takes the task out of the list, as far as can be known before the list is read again. */
export function leavesList({ act }: TaskWish, { who, withSnoozed }: Shown): boolean {
  switch (act) {
    case 'CompleteTask':
      return true;
    case 'SnoozeTask':
      return !withSnoozed;
    case 'ClaimTask':
      return who === 'unowned';
    case 'AssignTask':
      return who === 'unowned' || who === 'mine';
  }
}

/** The row to go on with: the same while it stays, else the one after it, or before it at the end. */
export function rowAfter(ids: readonly string[], id: string, leaves: boolean): string | undefined {
  if (!leaves) return id;
  const at = ids.indexOf(id);
  return at < 0 ? ids[0] : (ids[at + 1] ?? ids[at - 1]);
}

/** So long the server may take to receive it. */
const soonMs = 3_000;

/**
 * The command that brings a task back to where it was; undefined where none does so exactly: who takes on what nobody
 * had keeps it until they give it away, and a task put off past the moment at which it goes up goes up later.
 */
export function undoingOf(
  { taskId, owner, goesUp, snoozedUntil, urgent }: WorklistItem,
  wish: TaskWish,
  now: () => number,
): (() => Undoing) | undefined {
  switch (wish.act) {
    case 'ClaimTask':
    case 'AssignTask': {
      if (urgent || owner === null || owner === undefined || owner.by === 'care-team') return undefined;
      const body: CommandInput<'AssignTask'> = { taskId, to: { staffId: owner.staffId, role: owner.role } };
      return () => ({ command: 'AssignTask', body });
    }
    case 'SnoozeTask': {
      const { until } = wish.body as CommandInput<'SnoozeTask'>;
      if (goesUp !== null && Date.parse(goesUp.at) < Date.parse(until)) return undefined;
      return () => {
        const before = typeof snoozedUntil === 'string' ? Date.parse(snoozedUntil) : 0;
        const body: CommandInput<'SnoozeTask'> = {
          taskId,
          until: new Date(Math.max(before, now() + soonMs)).toISOString(),
        };
        return { command: 'SnoozeTask', body };
      };
    }
    case 'CompleteTask':
      return undefined;
  }
}
