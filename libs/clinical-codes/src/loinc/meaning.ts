import type { DrugClass, Stage } from '@stepway/pathway';
import table from './table.json' with { type: 'json' };

/** What a test measures; only a `concentration` can be compared with a cut-off in ng/mL. */
export const measures = ['presence', 'concentration', 'moles', 'per-creatinine', 'per-time', 'arbitrary'] as const;
export type Measure = (typeof measures)[number];

/** Why a code alone gives no result: a person has to look. */
export const codeReasons = [
  'antagonist',
  'medicine',
  'ambiguous',
  'names-drugs',
  'derived-figure',
  'withdrawn-code',
] as const;
export type CodeReason = (typeof codeReasons)[number];

/** What one LOINC code of a urine drug test stands for. */
export type LoincMeaning =
  | {
      readonly means: 'result';
      readonly drugClass: DrugClass;
      /** In the formulary's spelling; absent where the test is for the class as a whole. */
      readonly analyte?: string;
      /** Absent where the code names no method. */
      readonly stage?: Stage;
      readonly measures: Measure;
      /** Where the code itself names it (`Screen method >300 ng/mL`). */
      readonly cutoffNgMl?: number;
    }
  /** A limit of the laboratory's, never a result; absent class: of a substance that has none. */
  | { readonly means: 'cut-off'; readonly drugClass?: DrugClass; readonly analyte?: string; readonly stage?: Stage }
  /** Only groups other tests. */
  | { readonly means: 'panel'; readonly stage?: Stage }
  | { readonly means: 'ask'; readonly reason: CodeReason; readonly drugClass?: DrugClass };

const tests: ReadonlyMap<string, LoincMeaning> = new Map(
  Object.entries(table.tests as Readonly<Record<string, LoincMeaning & { readonly name: string }>>),
);

/** The curated meaning of a code; undefined where it is not in the table, which says nothing about the code. */
export const meaningOf = (loinc: string): LoincMeaning | undefined => tests.get(loinc);

/** Every analyte of the table, in the formulary's spelling. */
export const analytes: readonly string[] = [
  ...new Set([...tests.values()].flatMap((test) => ('analyte' in test && test.analyte ? [test.analyte] : []))),
];

interface Markers {
  readonly alone: readonly string[];
  readonly together: readonly string[];
}
const markers: Readonly<Partial<Record<DrugClass, Markers>>> = table.speaksForClass;

/**
 * Whether a negative for these analytes says that the class is negative. A test of the class as a whole does; one
 * analyte of many does not: who tests for acetylfentanyl alone has not looked for fentanyl.
 * @param tested analytes that were looked for; undefined = the class as a whole
 */
export function speaksForClass(drugClass: DrugClass, tested: readonly (string | undefined)[]): boolean {
  const { alone, together } = markers[drugClass] ?? { alone: [], together: [] };
  const found = (analyte: string): boolean => tested.includes(analyte);
  return tested.includes(undefined) || alone.some(found) || (together.length > 0 && together.every(found));
}
