import type { WorklistItem } from '@stepway/contracts';
import type { CommandInput } from '../../api/commands.ts';

/** What is done to a task itself, without a form. */
export type TaskAct = 'ClaimTask' | 'AssignTask' | 'SnoozeTask' | 'CompleteTask';

/** A wish about one task, with a key of its own: sent again, it does nothing twice. */
export interface TaskWish<Act extends TaskAct = TaskAct> {
  readonly act: Act;
  readonly body: CommandInput<Act>;
}

export const claimOf = ({ taskId }: WorklistItem): TaskWish => ({ act: 'ClaimTask', body: { taskId } });
export const completeOf = ({ taskId }: WorklistItem): TaskWish => ({ act: 'CompleteTask', body: { taskId } });
