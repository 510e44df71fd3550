export type CrisisRejection =
  | { readonly type: 'UnknownCrisis'; readonly crisisId: string }
  | { readonly type: 'CrisisConflict'; readonly crisisId: string };
