import type { Outcome } from '@stepway/pathway';
import type { AskReason } from '../question.ts';
import { amountGiven, compare, type Amount } from './amount.ts';
import { saidBy, saidIn, type Said } from './codes.ts';
import type { Measured } from './shapes.ts';

export interface Found {
  readonly outcome: Outcome;
  /** The value calls itself presumptive. */
  readonly presumptive: boolean;
  readonly amount?: Amount;
}

/**
 * What a measured value says, in whichever of FHIR's ways: a code, words, an amount against its cut-off, an
 * interpretation alone, or a reason why it is absent. Two ways that disagree say nothing.
 */
export function outcomeOf(measured: Measured, cutoff: Amount | undefined): Found | AskReason {
  const { valueCodeableConcept, valueString, interpretation, dataAbsentReason } = measured;
  const amount = amountGiven(measured);
  const byAmount = amount === undefined ? undefined : compare(amount, cutoff);
  const inWords = valueString === undefined || amount !== undefined ? undefined : saidIn(valueString);
  const coded = valueCodeableConcept && saidBy(valueCodeableConcept);
  const flagged = interpretation.map(saidBy);
  if (coded === 'contradiction' || flagged.includes('contradiction')) return 'contradiction';
  const all = [coded, inWords, byAmount && { outcome: byAmount }, ...flagged].filter(isSaid);

  if (valueCodeableConcept && !coded) return 'value-not-understood';
  if (valueString !== undefined && amount === undefined && !inWords) return 'value-not-understood';
  const [first] = all;
  if (first && all.some(({ outcome }) => outcome !== first.outcome)) return 'contradiction';
  if (first) return found(first.outcome, all, amount);
  if (amount !== undefined) return 'no-cut-off';
  if (dataAbsentReason) return found('not-done', [], undefined);
  return interpretation.length > 0 ? 'flag-without-result' : 'no-value';
}

const isSaid = (said: Said | 'contradiction' | undefined): said is Said =>
  said !== undefined && said !== 'contradiction';

const found = (outcome: Outcome, all: readonly Said[], amount: Amount | undefined): Found => ({
  outcome,
  presumptive: all.some(({ presumptive }) => presumptive === true),
  ...(amount !== undefined && { amount }),
});
