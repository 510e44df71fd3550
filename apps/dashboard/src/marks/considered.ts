import type { DecisionView } from '@stepway/contracts';
import { decisions } from '../texts/en/decisions.ts';
import { listInWords } from '../texts/in-language.ts';
import { small } from '../texts/letters.ts';
import { language, t } from '../texts/texts.ts';
import { ruleWords } from './rules.ts';

type Rules = readonly Pick<DecisionView['rules'][number], 'rule' | 'held'>[];
type Outcome = (typeof outcomes)[number];

/** The event, or the decision that the API gives: there a newer server may say another outcome. */
interface Considered {
  readonly about: string;
  readonly outcome: string;
  readonly sentence: string;
  readonly rules: Rules;
}

const outcomes = ['started', 'proposed', 'joined', 'task', 'nothing'] as const;

const isSaid = (rule: string): rule is keyof typeof decisions.stepUpBecause =>
  Object.hasOwn(decisions.stepUpBecause, rule);

/** What was considered, and what came of it: the record's own sentence in English, else said from its coded data. */
export function consideredInWords({ about, outcome: came, sentence, rules }: Considered): string {
  const outcome = outcomes.find((each) => each === came);
  if (language() === 'en' || outcome === undefined) return sentence;
  if (about === 'step-up') return stepUp(outcome, rules);
  // To go back where no grounds are left is tried by rules of its own.
  if (rules.some(({ rule }) => rule === 'made-by-rule'))
    return t(`decisions.reversal.${outcome === 'proposed' ? 'proposed' : 'task'}`);
  return stepDown(outcome, rules);
}

function stepUp(outcome: Outcome, rules: Rules): string {
  const first = rules.find(({ held }) => held !== true)?.rule;
  if (outcome === 'started' || outcome === 'joined' || first === undefined || !isSaid(first))
    return t(`decisions.stepUp.${outcome}`);
  return t(`decisions.stepUpBecause.${first}`);
}

function stepDown(outcome: Outcome, rules: Rules): string {
  const missing = rules.filter(({ held }) => held !== true).map(({ rule }) => small(ruleWords(rule)));
  return outcome === 'joined' || outcome === 'task'
    ? t('decisions.stepDown.task', { rules: listInWords(missing) })
    : t(`decisions.stepDown.${outcome}`);
}
