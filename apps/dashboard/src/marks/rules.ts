import { rules } from '../texts/en/rules.ts';
import { capital } from '../texts/letters.ts';
import { t } from '../texts/texts.ts';

const isSaid = (rule: string): rule is keyof typeof rules => Object.hasOwn(rules, rule);

/** A rule's name for people; the ids of rules are readable, so one that is new is shown by its id. */
export const ruleWords = (rule: string): string =>
  isSaid(rule) ? t(`rules.${rule}`) : capital(rule.replaceAll('-', ' '));
