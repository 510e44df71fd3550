import type { GoalDomain } from '../vocabulary.ts';

export interface GoalText<Text> {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly text: Text;
  readonly measure?: Text;
}

export interface GoalCommands<Text> {
  SetGoals: { readonly goals: readonly GoalText<Text>[] };
  CompleteGoal: { readonly goalId: string; readonly evidence?: Text };
}

export const goalCommandTypes = [
  'SetGoals',
  'CompleteGoal',
] as const satisfies readonly (keyof GoalCommands<unknown>)[];
