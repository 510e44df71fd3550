export type GoalRejection =
  | { readonly type: 'UnknownGoal'; readonly goalId: string }
  | { readonly type: 'GoalConflict'; readonly goalId: string };
