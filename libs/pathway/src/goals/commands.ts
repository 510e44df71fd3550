import type { GoalDomain } from '../vocabulary.ts';

export interface GoalText<Text> {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly text: Text;
  readonly measure?: Text;
  /** Tells these words from others while they are sealed. Made together with the seal, never told from outside. */
  readonly fingerprint?: string;
}

export interface GoalCommands<Text> {
  SetGoals: { readonly goals: readonly GoalText<Text>[] };
  CompleteGoal: { readonly goalId: string; readonly evidence?: Text };
  ReopenGoal: { readonly goalId: string };
  WithdrawGoal: { readonly goalId: string };
}

export const goalCommandTypes = [
  'SetGoals',
  'CompleteGoal',
  'ReopenGoal',
  'WithdrawGoal',
] as const satisfies readonly (keyof GoalCommands<unknown>)[];
