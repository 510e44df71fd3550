import type { ClassResult } from '../drug-testing/commands.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { classesExplained, formularyEntryOf, mayBeFound, namesIsomer, type Known } from './explains.ts';
import type { Medication } from './state.ts';

/** A medication that may be found at that moment and makes a screen for this class positive all by itself. */
export function crossReacting(
  drugClass: DrugClass,
  at: Instant,
  { medications, programme }: Known,
): string | undefined {
  const crossing = medications.find(
    (medication) =>
      mayBeFound(medication, at, programme) &&
      formularyEntryOf(medication, programme).crossReactsWith?.includes(drugClass) === true,
  );
  return crossing && formularyEntryOf(crossing, programme).title;
}

/**
 * Whether a medication that explains only named isomers leaves these results open: no analyte says which isomer it is.
 * Until it does, also a definitive result is presumptive (clinical-defaults §2, selegiline).
 */
export function isomerOpen(
  positives: readonly ClassResult[],
  collectedAt: Instant,
  medications: readonly Medication[],
  programme: Programme,
): boolean {
  const needing = medications.filter(
    (medication) =>
      formularyEntryOf(medication, programme).needsAnalyte === true && mayBeFound(medication, collectedAt, programme),
  );
  return needing.some((medication) => {
    const entry = formularyEntryOf(medication, programme);
    const explained = positives.filter(({ drugClass }) => classesExplained(medication, programme).includes(drugClass));
    return explained.length > 0 && !explained.some((result) => namesIsomer(result, entry));
  });
}
