import type { ClassResult } from '../drug-testing/commands.ts';
import { analyteOf, spokenAs } from '../drug-testing/merge.ts';
import { withinLimits } from './limits.ts';
import type { Medication } from './state.ts';
import type { Opened } from '../journey.ts';
import type { FormularyEntry } from '../programme/formulary.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

/** A medication that is not in the formulary explains the classes its record names, nothing else. */
const notInFormulary = (medication: Medication): FormularyEntry => ({
  code: medication.medication,
  title: 'another medication',
  explains: medication.drugClasses ?? [],
  analytes: [],
  doesNotExplain: [],
  presence: 'no',
  tailDays: 0,
  source: 'general-knowledge',
});

export const formularyEntryOf = (medication: Medication, programme: Programme): FormularyEntry =>
  programme.formulary[medication.medication] ?? notInFormulary(medication);

/** The classes a medication explains: those of its record, which seldom names any, else those of the formulary. */
export const classesExplained = (medication: Medication, programme: Programme): readonly DrugClass[] =>
  medication.drugClasses ?? formularyEntryOf(medication, programme).explains;

/** The analytes it explains where a report names one; none = the class alone is compared. */
export const analytesExplained = (medication: Medication, programme: Programme): readonly string[] =>
  medication.analytes?.map(spokenAs) ?? formularyEntryOf(medication, programme).analytes;

/** The last moment of taking, as far as it is known: the end that was recorded outranks the one that was planned. */
export const endOf = ({ to, endedAt }: Medication): Instant | undefined => endedAt ?? to;

/** Taken at that moment. */
export function isTaken(medication: Medication, at: Instant): boolean {
  const end = endOf(medication);
  return medication.from <= at && (end === undefined || at <= end);
}

/** Classes that are urgent beside a medication taken at that moment: an opioid where naltrexone should block it. */
export const urgentBeside = (
  medications: readonly Medication[],
  at: Instant,
  programme: Programme,
): readonly DrugClass[] =>
  medications
    .filter((medication) => isTaken(medication, at))
    .flatMap((medication) => formularyEntryOf(medication, programme).urgentBeside ?? []);

/** A medication for opioid use disorder, by its code or by what the prescriber says. */
export const isMoud = ({ kind, medication }: Medication, programme: Programme): boolean =>
  kind === 'moud' || programme.moud.includes(medication);

/** Those of which a further dose is to come at that moment. */
export const moudTaken = (
  { medications }: Pick<Opened, 'medications'>,
  programme: Programme,
  at: Instant,
): readonly Medication[] =>
  medications.filter(
    (medication) => isMoud(medication, programme) && isTaken(medication, at) && endOf(medication) !== at,
  );

/** Taken at that moment, or within its tail: the days after the last dose in which it may still be found. */
export function mayBeFound(medication: Medication, at: Instant, programme: Programme): boolean {
  const end = endOf(medication);
  if (medication.from > at) return false;
  return end === undefined || daysBetween(end, at) <= tailDays(medication, end, programme);
}

/** Some are stored in the body, and found for longer after long treatment (diazepam). */
function tailDays(medication: Medication, end: Instant, programme: Programme): number {
  const { tailDays: usual, longTermTailDays = usual } = formularyEntryOf(medication, programme);
  return daysBetween(medication.from, end) >= programme.medications.longTermAfterDays ? longTermTailDays : usual;
}

/** The medications a result may be explained by, and what the programme says of each. */
export interface Known {
  readonly medications: readonly Medication[];
  readonly programme: Programme;
}

/**
 * Whether this medication accounts for one positive result; where no analyte is named, the class alone is compared.
 * One that explains isomers accounts for what names none when another result of the class names one of its own.
 */
function accountsFor(
  medication: Medication,
  result: ClassResult,
  found: readonly ClassResult[],
  programme: Programme,
): boolean {
  const entry = formularyEntryOf(medication, programme);
  if (!classesExplained(medication, programme).includes(result.drugClass)) return false;
  const analyte = analyteOf(result);
  if (entry.needsAnalyte === true && !namesIsomer(result, entry))
    return found.some((other) => entry.analytes.includes(analyteOf(other)));
  if (analyte === '') return true;
  if (medication.analytes === undefined && entry.doesNotExplain.includes(analyte)) return false;
  if (programme.drugTesting.neverExplained.includes(analyte)) return false;
  const analytes = analytesExplained(medication, programme);
  const known = analytes.length === 0 || analytes.includes(analyte);
  return known && withinLimits(result, found, entry);
}

/** Whether some medication accounts for this one result among those found of its class. */
export const accountedFor = (
  result: ClassResult,
  found: readonly ClassResult[],
  at: Instant,
  { medications, programme }: Known,
): boolean =>
  result.drugClass !== 'heroin' &&
  medications.some((one) => mayBeFound(one, at, programme) && accountsFor(one, result, found, programme));

export const namesIsomer = (result: ClassResult, { analytes, doesNotExplain }: FormularyEntry): boolean =>
  [...analytes, ...doesNotExplain].includes(analyteOf(result));

interface Explanation {
  readonly medications: readonly Medication[];
  /** The programme wants a clinician to look at it all the same. */
  readonly needsReview: boolean;
}

/**
 * The medications that explain every analyte found of one class, or nothing.
 * Heroin (6-acetylmorphine) is never explained (clinical-defaults §2).
 */
export function explainedBy(
  positives: readonly ClassResult[],
  collectedAt: Instant,
  medications: readonly Medication[],
  programme: Programme,
): Explanation | undefined {
  if (positives.length === 0 || positives.some((result) => result.drugClass === 'heroin')) return undefined;
  const candidates = medications.filter((medication) => mayBeFound(medication, collectedAt, programme));
  if (candidates.length === 0) return undefined;
  const found = positives.map((result) => candidates.filter((one) => accountsFor(one, result, positives, programme)));
  if (found.some((accounting) => accounting.length === 0)) return undefined;
  const plain = (medication: Medication): boolean => formularyEntryOf(medication, programme).needsReview !== true;
  return { medications: [...new Set(found.flat())], needsReview: !found.every((accounting) => accounting.some(plain)) };
}
