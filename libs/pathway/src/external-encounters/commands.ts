import type { Instant } from '../time.ts';
import type { DrugClass, ExternalEncounterKind } from '../vocabulary.ts';

/** One drug that was given there: a code of the formulary, or `other` with its classes. */
export interface DrugGiven {
  readonly medication: string;
  readonly drugClasses?: readonly DrugClass[];
}

export interface ExternalEncounterCommands {
  RecordExternalEncounter: {
    readonly encounterId: string;
    readonly kind: ExternalEncounterKind;
    readonly from: Instant;
    /** Not known, or still there. */
    readonly to?: Instant;
    /** The list of drugs given, once it is in. Until then it may explain what is found (pathway §4, rule 12). */
    readonly drugsGiven?: readonly DrugGiven[] | 'none';
  };
}

export const externalEncounterCommandTypes = [
  'RecordExternalEncounter',
] as const satisfies readonly (keyof ExternalEncounterCommands)[];
