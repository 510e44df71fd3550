import type { Sealed } from '../sealed.ts';
import type { AftercareCommands } from './commands.ts';

export interface AftercareEvents {
  AftercarePlanSet: AftercareCommands['SetAftercarePlan'] & { readonly reason?: Sealed };
}

export const aftercareEventTypes = ['AftercarePlanSet'] as const satisfies readonly (keyof AftercareEvents)[];
