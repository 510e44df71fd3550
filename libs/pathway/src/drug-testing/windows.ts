import type { Programme } from '../programme/programme.ts';
import { drugClasses, type DrugClass, type Matrix } from '../vocabulary.ts';

/** What a window is asked for: use from before admission (rule 13), or an established use (rule 14). */
type WindowPurpose = 'baseline' | 'residual';

/**
 * Days in which a positive may stem from an earlier use, or nothing where the programme gives no window:
 * then a person must be asked. The pattern of use is not known yet, so the figures for that hold
 * (clinical-defaults §1); they are for urine, other matrices have their own.
 */
export function windowDays(
  programme: Programme,
  drugClass: DrugClass,
  matrix: Matrix,
  purpose: WindowPurpose,
): number | undefined {
  const inUrine = programme.windows[drugClass];
  if (inUrine === undefined) return undefined;
  return matrix === 'urine' ? inUrine.unknown[purpose] : programme.drugTesting.windowDaysByMatrix[matrix];
}

/**
 * The classes whose use may show as this one: itself, and those whose metabolites do
 * (heroin shows as opioids; opioids never show as heroin).
 */
export const mayStemFrom = (programme: Programme, drugClass: DrugClass): readonly DrugClass[] =>
  drugClasses.filter((source) => source === drugClass || programme.families[source] === drugClass);
