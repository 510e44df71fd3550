import type { Instant } from '../time.ts';
import type { InterimServiceCode } from './vocabulary.ts';

export interface WaitingCommands {
  RecordInterimService: {
    readonly interimServiceId: string;
    readonly services: readonly InterimServiceCode[];
    readonly at: Instant;
  };
}

export const waitingCommandTypes = ['RecordInterimService'] as const satisfies readonly (keyof WaitingCommands)[];
