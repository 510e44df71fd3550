import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { Role, StaffMember, TaskKind } from '../vocabulary.ts';

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
  TaskEscalated: {
    readonly taskId: string;
    readonly role: Role;
    /** When it goes on to the next, if there is one. */
    readonly nextAt?: Instant;
  };
  /** Whoever says it has it now. */
  TaskClaimed: { readonly taskId: string; readonly reason?: Sealed };
  TaskAssigned: {
    readonly taskId: string;
    readonly to: StaffMember;
    /** Of what is urgent: until then they must have claimed it. */
    readonly acknowledgeBy?: Instant;
    readonly reason?: Sealed;
  };
  TaskSnoozed: { readonly taskId: string; readonly until: Instant; readonly reason?: Sealed };
  /** It is no longer asked for. */
  TaskCancelled: { readonly taskId: string };
}

export const taskEventTypes = [
  'TaskOpened',
  'TaskCompleted',
  'TaskEscalated',
  'TaskCancelled',
  'TaskClaimed',
  'TaskAssigned',
  'TaskSnoozed',
] as const satisfies readonly (keyof TaskEvents)[];
