import type { CrisisAction, CrisisKind } from './vocabulary.ts';

export interface CrisisCommands {
  RaiseCrisis: {
    readonly crisisId: string;
    readonly kind: CrisisKind;
    /** What was done already. */
    readonly actions: readonly CrisisAction[];
  };
  ResolveCrisis: { readonly crisisId: string; readonly actions: readonly CrisisAction[] };
}

export const crisisCommandTypes = ['RaiseCrisis', 'ResolveCrisis'] as const satisfies readonly (keyof CrisisCommands)[];
