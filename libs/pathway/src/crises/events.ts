import type { Sealed } from '../sealed.ts';
import type { CrisisCommands } from './commands.ts';

export interface CrisisEvents {
  CrisisRaised: CrisisCommands['RaiseCrisis'] & {
    /** The reversal of an overdose that raised it. */
    readonly encounterId?: string;
    readonly reason?: Sealed;
  };
  CrisisResolved: CrisisCommands['ResolveCrisis'] & { readonly reason?: Sealed };
}

export const crisisEventTypes = ['CrisisRaised', 'CrisisResolved'] as const satisfies readonly (keyof CrisisEvents)[];
