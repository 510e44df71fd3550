import type { AgeGroup } from '../vocabulary.ts';

export type SessionRejection =
  | { readonly type: 'SessionConflict'; readonly sessionId: string }
  | { readonly type: 'GroupForOtherAge'; readonly groupId: string; readonly age: AgeGroup };
