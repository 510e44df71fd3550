import type { ClassResult } from './commands.ts';
import type { UsePattern } from '../assessments/vocabulary.ts';
import type { AnalyteWindow, DetectionWindow } from '../programme/drug-testing.ts';
import type { Programme } from '../programme/programme.ts';
import { drugClasses, type DrugClass, type Matrix } from '../vocabulary.ts';
import { analyteOf, type MergedClass } from './merge.ts';

/** What a window is asked for: use from before admission (rule 13), or an established use (rule 14). */
type WindowPurpose = 'baseline' | 'residual';

/**
 * Days in which a positive may stem from an earlier use, or nothing where the programme gives no window:
 * then a person must be asked. They go by the pattern of use: daily, occasional, or not known, which has figures of its
 * own for either purpose (clinical-defaults §1); they are for urine, other matrices have their own. An analyte that the report names may have
 * a window of its own; of several that were found the longest holds, for any of them may still stem from that use.
 */
export function windowDays(
  programme: Programme,
  { drugClass, results }: Pick<MergedClass, 'drugClass' | 'results'>,
  matrix: Matrix,
  purpose: WindowPurpose,
  pattern: UsePattern,
): number | undefined {
  const inUrine = programme.windows[drugClass];
  if (inUrine === undefined) return undefined;
  const ofClass =
    matrix === 'urine' ? inUrineFor(inUrine, purpose, pattern) : programme.drugTesting.windowDaysByMatrix[matrix];
  const ofAnalytes = results
    .filter(({ outcome }) => outcome === 'positive')
    .map((result) => analyteWindow(programme, result, matrix)?.[purpose] ?? ofClass);
  return ofAnalytes.reduce(longer, ofAnalytes.length > 0 ? undefined : ofClass);
}

function inUrineFor(
  { typical, chronic, unknown }: DetectionWindow,
  purpose: WindowPurpose,
  pattern: UsePattern,
): number {
  switch (pattern) {
    case 'daily':
      return chronic;
    case 'occasional':
      return typical;
    case 'unknown':
      return unknown[purpose];
  }
}

const analyteWindow = ({ drugTesting }: Programme, result: ClassResult, matrix: Matrix): AnalyteWindow | undefined =>
  drugTesting.analyteWindows.find(
    (window) =>
      window.drugClass === result.drugClass && window.matrix === matrix && window.analytes.includes(analyteOf(result)),
  );

const longer = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/**
 * The classes whose use may show as this one: itself, and those whose metabolites do
 * (heroin shows as opioids; opioids never show as heroin).
 */
export const mayStemFrom = (programme: Programme, drugClass: DrugClass): readonly DrugClass[] =>
  drugClasses.filter((source) => source === drugClass || programme.families[source] === drugClass);
