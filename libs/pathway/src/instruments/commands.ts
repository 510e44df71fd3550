import type { Instant } from '../time.ts';
import type { InstrumentCode } from './instrument.ts';

export interface InstrumentCommands {
  RecordInstrument: {
    readonly instrumentId: string;
    readonly instrument: InstrumentCode;
    /** When the person was asked. */
    readonly at: Instant;
    /** The points of each answer, by item. */
    readonly answers: Readonly<Record<string, number>>;
  };
}

export const instrumentCommandTypes = ['RecordInstrument'] as const satisfies readonly (keyof InstrumentCommands)[];
