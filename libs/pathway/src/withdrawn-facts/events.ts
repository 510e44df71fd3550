import type { Sealed } from '../sealed.ts';
import type { WithdrawnFactCommands } from './commands.ts';

export interface WithdrawnFactEvents {
  FactWithdrawn: WithdrawnFactCommands['WithdrawFact'] & {
    /** The type of the event that told the fact. */
    readonly fact: string;
    readonly reason?: Sealed;
  };
}

export const withdrawnFactEventTypes = ['FactWithdrawn'] as const satisfies readonly (keyof WithdrawnFactEvents)[];
