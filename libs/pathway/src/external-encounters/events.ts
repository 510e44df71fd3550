import type { Sealed } from '../sealed.ts';
import type { ExternalEncounterCommands } from './commands.ts';

export interface ExternalEncounterEvents {
  /** Told once, and again when the end or the drugs given become known. */
  ExternalEncounterRecorded: ExternalEncounterCommands['RecordExternalEncounter'] & { readonly reason?: Sealed };
}

export const externalEncounterEventTypes = [
  'ExternalEncounterRecorded',
] as const satisfies readonly (keyof ExternalEncounterEvents)[];
