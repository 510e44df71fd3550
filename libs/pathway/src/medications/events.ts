import type { Sealed } from '../sealed.ts';
import type { MedicationCommands } from './commands.ts';

export interface MedicationEvents {
  MedicationRecorded: MedicationCommands<Sealed>['RecordMedication'] & { readonly reason?: Sealed };
  MedicationEnded: MedicationCommands<Sealed>['EndMedication'] & { readonly reason?: Sealed };
  MissedDosesRecorded: MedicationCommands<Sealed>['RecordMissedDoses'] & { readonly reason?: Sealed };
  MedicationContinuityArranged: MedicationCommands<Sealed>['ArrangeMedicationContinuity'] & {
    readonly reason?: Sealed;
  };
}

export const medicationEventTypes = [
  'MedicationRecorded',
  'MedicationEnded',
  'MissedDosesRecorded',
  'MedicationContinuityArranged',
] as const satisfies readonly (keyof MedicationEvents)[];
