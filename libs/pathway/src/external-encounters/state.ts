import type { Instant } from '../time.ts';
import type { ExternalEncounterCommands } from './commands.ts';

type Told = ExternalEncounterCommands['RecordExternalEncounter'];

/** One telling of an encounter: the end and the list of drugs are often told later. */
export type EncounterTold = Told & { readonly recordedAt: Instant; readonly eventId: string };

/** Care that somebody else gave: an emergency department, a hospital, a procedure, an overdose that was reversed. */
export type ExternalEncounter = Told & {
  /** When the list of drugs given became known here. */
  readonly drugsGivenAt?: Instant;
  /** When it was told first, and by which event. */
  readonly recordedAt: Instant;
  readonly eventId: string;
  /** In the order in which it was told. */
  readonly told: readonly EncounterTold[];
};

export interface ExternalEncountersState {
  readonly externalEncounters: readonly ExternalEncounter[];
}

export const noExternalEncounters: ExternalEncountersState = { externalEncounters: [] };
