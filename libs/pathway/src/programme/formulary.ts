import type { DrugClass } from '../vocabulary.ts';

/** A minor metabolite is explained only up to a share of what it stems from; above it, something else was taken. */
export type AnalyteLimit = {
  readonly analyte: string;
  /** The share is of the sum of these. */
  readonly of: readonly string[];
} & ({ readonly atMostPercent: number } | { readonly belowPercent: number });

export interface FormularyEntry {
  readonly code: string;
  readonly title: string;
  readonly explains: readonly DrugClass[];
  /** Analytes it explains where a report names one; empty = compare the class alone. */
  readonly analytes: readonly string[];
  /** Analytes of an explained class that it does not explain. */
  readonly doesNotExplain: readonly string[];
  readonly limits?: readonly AnalyteLimit[];
  readonly presence: 'yes' | 'no' | 'definitive-only';
  /** Days after the last dose in which it still explains. */
  readonly tailDays: number;
  /** The same after long-term treatment. */
  readonly longTermTailDays?: number;
  /** Explains only where the report names an analyte of its own (isomers): until then the screen is presumptive. */
  readonly needsAnalyte?: boolean;
  /** What it explains goes to a clinician all the same (medical cannabis by default). */
  readonly needsReview?: boolean;
  /** A screen for one of these may be positive by cross-reaction: only a definitive result counts. */
  readonly crossReactsWith?: readonly DrugClass[];
  /** Found beside this medication, a definitive result is urgent as well as unexpected (naltrexone). */
  readonly urgentBeside?: readonly DrugClass[];
  /** Where the entry stems from. */
  readonly source: 'sourced' | 'literature' | 'general-knowledge';
  /** What of it has no published source: defaults for a medical director to confirm. */
  readonly generalKnowledge?: readonly ('pattern' | 'tail')[];
}
