import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { MedicationCommands } from './commands.ts';

/** As it was recorded; `endedAt` when it was ended later (`to` is the end that was known at first). */
export type Medication = MedicationCommands<Sealed>['RecordMedication'] & {
  readonly endedAt?: Instant;
  readonly nextDose?: { readonly at: Instant; readonly arrangedAt: Instant };
};

export interface MedicationsState {
  readonly medications: readonly Medication[];
}

export const noMedications: MedicationsState = { medications: [] };
