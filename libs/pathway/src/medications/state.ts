import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { MedicationCommands } from './commands.ts';

/** Doses of one medication that were not taken, as one record tells. */
export interface MissedDoses {
  readonly from: Instant;
  readonly to: Instant;
  readonly doses: number;
  readonly recordedAt: Instant;
  readonly eventId: string;
}

/** As it was recorded; `endedAt` when it was ended later (`to` is the end that was known at first). */
export type Medication = MedicationCommands<Sealed>['RecordMedication'] & {
  readonly eventId: string;
  readonly endedAt?: Instant;
  readonly nextDose?: { readonly at: Instant; readonly arrangedAt: Instant };
  readonly missedDoses?: readonly MissedDoses[];
};

export interface MedicationsState {
  readonly medications: readonly Medication[];
}

export const noMedications: MedicationsState = { medications: [] };
