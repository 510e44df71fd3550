import type { RuleTried } from '../rule-tried.ts';
import type { Mode } from '../programme/moves.ts';
import type { Level } from '../programme/level.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { StepDownReason } from './step-down-reason.ts';
import type { StepUpFacts, StepUpResult } from './step-up-facts.ts';

export const classesInWords = (classes: readonly DrugClass[]): string => classes.join(', ').replaceAll('-', ' ');

/** What a programme lets rules do about a use. */
export const modeInWords: Readonly<Record<Mode, string>> = {
  automatic: 'moves begin by themselves',
  propose: 'moves are proposed to a person',
  'review-only': 'a person reviews, rules do not move',
};

/** One sentence for people (pathway §12): a test is evidence, not proof. */
export function stepUpSentence(facts: StepUpFacts, rules: readonly RuleTried[], result: StepUpResult): string {
  const { use, level, target, stepUp } = facts;
  const toldOf = use.specimenIds.length === 0;
  const found = `${toldOf ? 'Use told of' : 'Unexpected positive'} (${classesInWords(use.drugClasses)}), treated as new use`;
  const first = rules.find((rule) => rule.held !== true)?.rule;
  switch (result) {
    case 'start':
      return `${found}: more support begins, from ${level?.title} to ${target?.title}.`;
    case 'propose':
      return `${found}: more support in ${target?.title} is proposed to a person, because ${whyAsked(first)}.`;
    case 'joined':
      return stepUp && 'state' in stepUp
        ? `${found}: it joins the move to ${titleOf(stepUp.to, facts)} that is under way.`
        : `${found}: it joins the move to ${stepUp && titleOf(stepUp.to, facts)} that was made since; a clinician looks at what came late.`;
    case 'late-review':
      return `${found}: it moves no one by itself, because ${whyLate(rules)}; a clinician looks at it.`;
    case 'reassess':
      if (first === 'not-in-hospital-or-jail')
        return `${found}: the person is away in hospital or jail; a reassessment is asked for.`;
      if (first === 'moves-by-rule')
        return `${found}: the programme leaves what follows to a person; a reassessment is asked for.`;
      if (first === 'withdrawal-risk')
        return `${found}: a move to ${target?.title} needs withdrawal risk, and none was found; a reassessment is asked for.`;
      if (first === 'no-opioid-withdrawal-in-pregnancy')
        return `${found}: no rule leads to withdrawal from opioids in pregnancy; a reassessment is asked for.`;
      if (first === 'target-is-indicated')
        return `${found}: a move to ${target?.title} needs an assessment that indicates it; a reassessment is asked for.`;
      return `${found}: ${level?.title} has no level that rules may move to from here; a reassessment is asked for.`;
    case 'withdrawal-check':
      return `${found}: a move to ${target?.title} needs a sign of withdrawal risk, and none is on record; a check is asked for today.`;
    case 'nothing':
      return first === 'no-hold'
        ? `${found}: automatic moves are paused; it is considered again when the pause ends.`
        : `${found}: ${countInWords(facts)}.`;
  }
}

const titleOf = (level: string, { programme }: StepUpFacts): string => programme.levels[level]?.title ?? level;

function whyLate(rules: readonly RuleTried[]): string {
  const fails = (rule: string): boolean => rules.some((one) => one.rule === rule && one.held !== true);
  if (fails('in-care')) return 'the person is not in care now';
  // Who came back was admitted again, after a collection that was not before all care.
  if (fails('no-discharge-since-collection')) return 'the person left care since and came back';
  if (fails('collected-since-admission')) return 'it was collected before admission';
  return 'it became known late, and a later specimen was negative';
}

function countInWords({ uses, programme }: StepUpFacts): string {
  const { threshold } = programme.stepUp;
  return `${uses.length} of the ${threshold.uses} uses within ${threshold.withinDays} days from which the programme offers more support`;
}

function whyAsked(rule: string | undefined): string {
  switch (rule) {
    case 'no-open-crisis':
      return 'a crisis comes first';
    case 'no-assessment-for-this-level':
      return 'an assessment that knew the result indicates the present level';
    case 'reported-in-time':
      return 'the result became known long after collection';
    case 'not-held-before':
      return 'automatic moves were paused when it was found';
    default:
      return 'the programme asks a person in such a case';
  }
}

export function stepDownSentence(
  { why, to }: StepDownReason,
  from: Level,
  outcome: 'started' | 'proposed' | 'task' | 'nothing',
  waitedFor: readonly string[],
): string {
  const reached =
    why === 'goals'
      ? `All goals in ${from.title} are reached`
      : `The last assessment indicates less support than ${from.title}`;
  switch (outcome) {
    case 'started':
      return `${reached}: less support begins, from ${from.title} to ${to.title}.`;
    case 'proposed':
      return `${reached}: less support in ${to.title} is proposed to a person.`;
    case 'nothing':
      return `${reached}; a person decided that ${from.title} goes on.`;
    case 'task':
      return `${reached}; ${to.title} waits for ${listInWords(waitedFor)}.`;
  }
}

const listInWords = (items: readonly string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(' and ');

export function reversalSentence(before: string, present: string, rules: readonly RuleTried[]): string {
  const fell = `What the move from ${before} to ${present} stood on no longer stands`;
  const first = rules.find(({ held }) => held !== true)?.rule;
  if (first === undefined) return `${fell}: to go back to ${before} is proposed to a person.`;
  return `${fell}: nothing is reversed by itself; a person looks at it, because ${whyReviewed(first)}.`;
}

function whyReviewed(rule: string): string {
  switch (rule) {
    case 'in-care':
      return 'the person is not in care any more';
    case 'made-by-rule':
      return 'a person decided on the move';
    case 'still-where-it-led':
      return 'the person is at another level since';
    case 'no-move-open':
      return 'another move is open';
    case 'no-open-crisis':
      return 'a crisis comes first';
    case 'no-hold':
      return 'automatic moves are paused';
    default:
      return 'rules may not go back there';
  }
}
