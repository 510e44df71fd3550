import type { Instant } from '../time.ts';
import type { InstrumentCommands } from './commands.ts';
import type { Scored } from './instrument.ts';

export type ScoredInstrument = InstrumentCommands['RecordInstrument'] &
  Scored & { readonly recordedAt: Instant; readonly eventId: string };

export interface InstrumentsState {
  readonly instruments: readonly ScoredInstrument[];
}

export const noInstruments: InstrumentsState = { instruments: [] };
