import type { Sealed } from '../sealed.ts';
import type { GoalCommands } from './commands.ts';

export interface GoalEvents {
  GoalsSet: {
    readonly level: string;
    readonly goals: GoalCommands<Sealed>['SetGoals']['goals'];
    readonly reason?: Sealed;
  };
  GoalCompleted: { readonly goalId: string; readonly evidence?: Sealed; readonly reason?: Sealed };
  /** It was not reached after all, or is taken up again. */
  GoalReopened: { readonly goalId: string; readonly reason?: Sealed };
  /** It is no goal any more; always with a reason. */
  GoalWithdrawn: { readonly goalId: string; readonly reason: Sealed };
}

export const goalEventTypes = [
  'GoalsSet',
  'GoalCompleted',
  'GoalReopened',
  'GoalWithdrawn',
] as const satisfies readonly (keyof GoalEvents)[];
