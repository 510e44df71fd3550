import type { RuleTried } from '../../rule-tried.ts';
import type { StepUpFacts, StepUpResult } from '../step-up-facts.ts';
import { byItself } from './by-itself.ts';
import type { StepUpRule } from './rule.ts';
import { whereTo } from './where-to.ts';
import { whichUse } from './which-use.ts';

/** Everything that stands between a use and a step up, in the order in which it is tried (pathway §5, §6). */
const stepUpRules: readonly StepUpRule[] = [...whichUse, ...whereTo, ...byItself];

/** Every rule with what it saw, and what comes of it all: the first that does not hold says so. */
export function tryStepUpRules(facts: StepUpFacts): {
  readonly rules: readonly RuleTried[];
  readonly result: StepUpResult;
} {
  const tried = stepUpRules.map(({ rule, otherwise, whenUnknown = otherwise, ask }) => {
    const seen = ask(facts);
    return { rule: { rule, ...seen }, comes: seen.held === 'unknown' ? whenUnknown : otherwise };
  });
  const first = tried.find(({ rule }) => rule.held !== true);
  return { rules: tried.map(({ rule }) => rule), result: first?.comes ?? 'start' };
}
