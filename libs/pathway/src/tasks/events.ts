import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';

export interface TaskEvents {
  TaskOpened: {
    readonly taskId: string;
    readonly kind: TaskKind;
    readonly role: Role;
    readonly dueAt: Instant;
    /** What it is about: a specimen, a use, a transition. */
    readonly subject: string;
  };
  /** What the task asked for was recorded, or a person says that it is done. */
  TaskCompleted: { readonly taskId: string; readonly reason?: Sealed };
  TaskEscalated: { readonly taskId: string; readonly role: Role };
  /** It is no longer asked for. */
  TaskCancelled: { readonly taskId: string };
}

export const taskEventTypes = [
  'TaskOpened',
  'TaskCompleted',
  'TaskEscalated',
  'TaskCancelled',
] as const satisfies readonly (keyof TaskEvents)[];
