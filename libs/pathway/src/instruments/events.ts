import type { Sealed } from '../sealed.ts';
import type { InstrumentCommands } from './commands.ts';
import type { Scored } from './instrument.ts';

export interface InstrumentEvents {
  InstrumentScored: InstrumentCommands['RecordInstrument'] & Scored & { readonly reason?: Sealed };
}

export const instrumentEventTypes = ['InstrumentScored'] as const satisfies readonly (keyof InstrumentEvents)[];
