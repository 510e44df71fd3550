import type { Instant } from '../time.ts';
import type { Role, StaffMember, TaskKind } from '../vocabulary.ts';

export interface Task {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly subject: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly endedAt?: Instant;
  readonly escalatedAt?: Instant;
  /** Of whom it was asked before it went up, and until when; the oldest first. */
  readonly askedBefore?: readonly { readonly role: Role; readonly until: Instant }[];
  /** When it goes to the next role, if one is above. */
  readonly escalatesAt?: Instant;
  readonly owner?: StaffMember & { readonly by: 'claim' | 'assignment'; readonly since: Instant };
  readonly snoozedUntil?: Instant;
}

/** Done, or no longer asked for. */
export type TaskEnd = 'completed' | 'cancelled';

export interface TasksState {
  readonly tasks: readonly Task[];
}

export const noTasks: TasksState = { tasks: [] };
