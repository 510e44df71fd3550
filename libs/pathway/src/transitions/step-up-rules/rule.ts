import type { RuleTried } from '../../rule-tried.ts';
import type { StepUpFacts, StepUpResult } from '../step-up-facts.ts';

/** One thing that stands between a use and a step up. */
export interface StepUpRule {
  readonly rule: string;
  /** What comes of the use when this rule is the first that does not let the move through. */
  readonly otherwise: StepUpResult;
  /** Instead, where a fact is missing. */
  readonly whenUnknown?: StepUpResult;
  readonly ask: (facts: StepUpFacts) => Omit<RuleTried, 'rule'>;
}
