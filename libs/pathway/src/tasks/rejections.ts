import type { CommandType } from '../commands.ts';
import type { Instant } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';

export type TaskRejection =
  | { readonly type: 'UnknownTask'; readonly taskId: string }
  | { readonly type: 'TaskNoLongerAsked'; readonly taskId: string }
  | { readonly type: 'TaskTaken'; readonly taskId: string; readonly owner: string }
  | { readonly type: 'TaskNotSnoozable'; readonly taskId: string; readonly kind: TaskKind }
  | { readonly type: 'SnoozeTooLong'; readonly until: Instant; readonly latest: Instant }
  /** The task ends when one of these commands is recorded. */
  | { readonly type: 'TaskAnsweredOtherwise'; readonly taskId: string; readonly commands: readonly CommandType[] };
