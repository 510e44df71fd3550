import type { Instant } from '../time.ts';
import type { DrugClass, MedicationKind, MedicationSource } from '../vocabulary.ts';

export interface MedicationCommands<Text> {
  RecordMedication: {
    readonly medicationId: string;
    /** A code of the programme's formulary, or `other`. */
    readonly medication: string;
    readonly drugClasses?: readonly DrugClass[];
    readonly kind: MedicationKind;
    readonly scheduled: boolean;
    readonly expectedPresence?: boolean;
    readonly source?: MedicationSource;
    readonly from: Instant;
    readonly to?: Instant;
  };
  EndMedication: { readonly medicationId: string; readonly at: Instant };
  /** The next dose, at the place that gives it from then on. */
  ArrangeMedicationContinuity: { readonly medicationId: string; readonly nextDoseAt: Instant; readonly place?: Text };
}

export const medicationCommandTypes = [
  'RecordMedication',
  'EndMedication',
  'ArrangeMedicationContinuity',
] as const satisfies readonly (keyof MedicationCommands<unknown>)[];
