import type { Review } from '../state.ts';
import { held, type ClassFacts, type Verdict } from '../facts.ts';
import { capitalised, dispositionWords, named } from '../words.ts';

/**
 * A clinician's word outranks the rule, and both stay visible. Only a negative is never made a use:
 * if it was confirmed negative after the review, the newer evidence holds (pathway §10, 6).
 * Undefined where the rule stays. A specimen with an integrity concern speaks neither way: there the word holds.
 */
export function applyReview(review: Review, byRule: Verdict, { result }: ClassFacts): Verdict | undefined {
  if (byRule.disposition === 'superseded') return undefined;
  const isUse = review.finding === 'unexpected-use';
  if (isUse && result.outcome === 'negative' && byRule.disposition !== 'integrity-concern') return undefined;
  return held(
    review.finding,
    {
      saw: () => `a clinician's finding: ${dispositionWords[review.finding]}`,
      sentence: () =>
        `${capitalised(named(result.drugClass))}: a clinician reviewed this and found: ${dispositionWords[review.finding]}. ${ruleSays(review, byRule)}.`,
    },
    isUse ? { establishesUse: true } : {},
  );
}

const ruleSays = ({ finding }: Review, { disposition }: Verdict): string =>
  disposition === finding ? 'The rule says the same' : `By rule it would be: ${dispositionWords[disposition]}`;
