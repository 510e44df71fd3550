import type { Programme } from '../programme/programme.ts';
import type { Disposition } from '../vocabulary.ts';
import { comparableCutoff } from './amounts.ts';
import type { Negative, Past } from './facts.ts';
import { added } from './chain.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';
import { measure } from './rise.ts';
import type { JudgedUse } from './uses.ts';
import { findingOf } from './validity.ts';

/** What one class of a specimen was found to mean, as far as later specimens look back on it. */
export interface Meaning {
  readonly result: MergedClass;
  readonly disposition: Disposition;
}

/** What the moments up to one have shown, and the uses that they established. Never changed in place. */
export interface SoFar {
  readonly past: Shown;
  readonly uses: readonly JudgedUse[];
}

/** What specimens have shown beside the uses. */
type Shown = Omit<Past, 'uses'>;

export const nothingBefore: SoFar = { past: { negatives: {}, measured: {} }, uses: [] };

/** What later specimens may look back on, this one included. */
export function addToPast(
  past: Shown,
  specimen: MergedSpecimen,
  meanings: readonly Meaning[],
  programme: Programme,
): Shown {
  const negatives = { ...past.negatives };
  let { measured } = past;
  for (const { result, disposition } of meanings) {
    const { drugClass } = result;
    if (clears(result, disposition)) negatives[drugClass] = added(negatives[drugClass], negativeOf(specimen, result));
    const measurement = saysNothing.includes(disposition) ? undefined : measure(specimen, result);
    if (measurement) measured = { ...measured, [drugClass]: added(measured[drugClass], measurement) };
  }
  const stands = meanings.some(({ disposition }) => disposition !== 'pending' && disposition !== 'superseded');
  const dilute = stands && findingOf(specimen, programme) === 'dilute';
  const dilutes = dilute ? added(past.dilutes, specimen.collectedAt) : past.dilutes;
  return { negatives, measured, ...(dilutes && { dilutes }) };
}

/** A level in such a specimen is none to measure a rise from. */
const saysNothing: readonly Disposition[] = ['superseded', 'pending', 'integrity-concern', 'recollect'];

/** Only what the rules accept as a valid negative clears; a clinician's word changes no measurement. */
export const clears = ({ outcome }: MergedClass, disposition: Disposition | undefined): boolean =>
  outcome === 'negative' && (disposition === 'negative' || disposition === 'unexpected-absence');

export function negativeOf({ collectedAt, matrix }: MergedSpecimen, { stage, results }: MergedClass): Negative {
  const cutoffs = results.flatMap((result) => comparableCutoff(result) ?? []);
  return {
    at: collectedAt,
    matrix,
    definitive: stage === 'definitive',
    ...(cutoffs.length > 0 && { cutoff: Math.max(...cutoffs) }),
  };
}
