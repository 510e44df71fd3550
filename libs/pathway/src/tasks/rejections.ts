import type { CommandType } from '../commands.ts';

export type TaskRejection =
  | { readonly type: 'UnknownTask'; readonly taskId: string }
  | { readonly type: 'TaskNoLongerAsked'; readonly taskId: string }
  /** The task ends when one of these commands is recorded. */
  | { readonly type: 'TaskAnsweredOtherwise'; readonly taskId: string; readonly commands: readonly CommandType[] };
