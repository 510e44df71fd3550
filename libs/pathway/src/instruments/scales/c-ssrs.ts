import { noOrYes, type Answers, type Instrument, type Severity } from '../instrument.ts';

const yes = (answers: Answers, ...items: readonly string[]): boolean => items.some((item) => answers[item] === 1);

/**
 * Columbia suicide severity rating scale, screener with triage (Posner et al., Am J Psychiatry 2011;168:1266; The
 * Columbia Lighthouse Project, screener for primary care): questions 3 to 5 follow on a yes to the second; 1 or 2 alone
 * is low, 3 or behaviour longer ago moderate, 4, 5 or behaviour within three months high. It has no total.
 */
export const cSsrs: Instrument = {
  title: 'C-SSRS screener',
  items: {
    'wish-to-be-dead': { allowed: noOrYes },
    'suicidal-thoughts': { allowed: noOrYes },
    method: { allowed: noOrYes, onlyAfter: 'suicidal-thoughts' },
    intent: { allowed: noOrYes, onlyAfter: 'suicidal-thoughts' },
    'plan-and-intent': { allowed: noOrYes, onlyAfter: 'suicidal-thoughts' },
    'behaviour-ever': { allowed: noOrYes },
    'behaviour-past-3-months': { allowed: noOrYes, onlyAfter: 'behaviour-ever' },
  },
  score: (answers) => {
    const severity = triage(answers);
    return { severity, ...(severity !== 'none' && { suicideItem: true }) };
  },
};

function triage(answers: Answers): Severity {
  if (yes(answers, 'intent', 'plan-and-intent', 'behaviour-past-3-months')) return 'high';
  if (yes(answers, 'method', 'behaviour-ever')) return 'moderate';
  return yes(answers, 'wish-to-be-dead', 'suicidal-thoughts') ? 'low' : 'none';
}
