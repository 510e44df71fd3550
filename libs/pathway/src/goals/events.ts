import type { Sealed } from '../sealed.ts';
import type { GoalCommands } from './commands.ts';

export interface GoalEvents {
  GoalsSet: {
    readonly level: string;
    readonly goals: GoalCommands<Sealed>['SetGoals']['goals'];
    readonly reason?: Sealed;
  };
  GoalCompleted: { readonly goalId: string; readonly evidence?: Sealed; readonly reason?: Sealed };
}

export const goalEventTypes = ['GoalsSet', 'GoalCompleted'] as const satisfies readonly (keyof GoalEvents)[];
