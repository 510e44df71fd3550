import type { Instant } from '../time.ts';
import type { StaffMember } from '../vocabulary.ts';

export interface TaskCommands {
  /** The person who says it takes the task on; of a crisis, acknowledges it. */
  ClaimTask: { readonly taskId: string };
  AssignTask: { readonly taskId: string; readonly to: StaffMember };
  SnoozeTask: { readonly taskId: string; readonly until: Instant };
  CompleteTask: { readonly taskId: string };
}

export const taskCommandTypes = [
  'ClaimTask',
  'AssignTask',
  'SnoozeTask',
  'CompleteTask',
] as const satisfies readonly (keyof TaskCommands)[];
