import type { RuleTried } from '../rule-tried.ts';
import { reviewFindings, type DrugClass } from '../vocabulary.ts';
import type { ClassFacts, NotHeld, Rule, Verdict } from './facts.ts';
import type { MergedClass } from './merge.ts';
import { rulesInOrder } from './rules/in-order.ts';
import { applyReview } from './rules/reviewed.ts';
import type { Review, Specimen } from './state.ts';

/** What one class means, in words: only asked for where the meaning is new. */
export interface Told {
  readonly explanation: string;
  readonly rules: readonly RuleTried[];
}

export interface ClassVerdict {
  readonly result: MergedClass;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly tried: readonly Tried[];
}

interface Tried {
  readonly rule: Rule;
  readonly came: Verdict | NotHeld;
}

/** The first rule that holds decides; a clinician's word outranks it. */
export function judgeClass(specimen: Specimen, facts: ClassFacts): ClassVerdict {
  const { result } = facts;
  const tried: Tried[] = [];
  for (const rule of rulesInOrder) {
    const came = rule.judge(facts);
    tried.push({ rule, came });
    if (!came.holds) continue;
    const review = standingReview(specimen, result.drugClass);
    const reviewed = review && applyReview(review, came, facts);
    return reviewed
      ? { result, verdict: reviewed, rule: 'reviewed', tried }
      : { result, verdict: came, rule: rule.name, tried };
  }
  throw new Error(`no rule says what ${result.drugClass} of specimen ${facts.specimen.specimenId} means`);
}

/** The clinician's last word on this class; of two at the same moment the same one, whichever came first. */
const standingReview = ({ reviews }: Specimen, drugClass: DrugClass): Review | undefined =>
  reviews
    .filter((review) => review.drugClass === drugClass)
    .toSorted(bySaid)
    .at(-1);

const bySaid = (a: Review, b: Review): number =>
  a.at === b.at ? reviewFindings.indexOf(b.finding) - reviewFindings.indexOf(a.finding) : a.at < b.at ? -1 : 1;

export function tell({ verdict, rule, tried }: ClassVerdict): Told {
  const rules: RuleTried[] = tried.map(({ rule: { name }, came }) => ({
    rule: name,
    held: came.holds,
    saw: came.saw(),
  }));
  if (rule === 'reviewed') rules.push({ rule, held: true, saw: verdict.saw() });
  // A plain negative needs no record of what did not apply.
  return { explanation: verdict.sentence(), rules: rule === 'negative' ? rules.slice(-1) : rules };
}
