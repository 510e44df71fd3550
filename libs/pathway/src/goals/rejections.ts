export type GoalRejection =
  | { readonly type: 'UnknownGoal'; readonly goalId: string }
  | { readonly type: 'GoalConflict'; readonly goalId: string }
  /** What is achieved or withdrawn is reopened first. */
  | { readonly type: 'GoalNotOpen'; readonly goalId: string; readonly state: 'achieved' | 'withdrawn' };
