import type { Instant } from '../time.ts';
import type { DrugClass, MedicationKind, MedicationSource } from '../vocabulary.ts';

export interface MedicationCommands<Text> {
  RecordMedication: {
    readonly medicationId: string;
    /** A code of the programme's formulary, or `other`. */
    readonly medication: string;
    readonly drugClasses?: readonly DrugClass[];
    /** Of those that the formulary says it leaves, only these. */
    readonly analytes?: readonly string[];
    readonly kind: MedicationKind;
    readonly scheduled: boolean;
    readonly expectedPresence?: boolean;
    readonly source?: MedicationSource;
    readonly from: Instant;
    readonly to?: Instant;
  };
  EndMedication: { readonly medicationId: string; readonly at: Instant };
  /** Doses that were due from the first of these moments to the last and not taken, so many in a row. */
  RecordMissedDoses: {
    readonly medicationId: string;
    readonly from: Instant;
    /** Without it only one moment is meant. */
    readonly to?: Instant;
    readonly doses: number;
  };
  /** The next dose, at the place that gives it from then on. */
  ArrangeMedicationContinuity: { readonly medicationId: string; readonly nextDoseAt: Instant; readonly place?: Text };
}

export const medicationCommandTypes = [
  'RecordMedication',
  'EndMedication',
  'RecordMissedDoses',
  'ArrangeMedicationContinuity',
] as const satisfies readonly (keyof MedicationCommands<unknown>)[];
