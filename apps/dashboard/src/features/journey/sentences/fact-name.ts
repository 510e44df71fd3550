import { withdrawnFacts } from '../../../texts/en/events/withdrawn-facts.ts';
import { t } from '../../../texts/texts.ts';

const isSaid = (fact: string): fact is keyof typeof withdrawnFacts.facts => Object.hasOwn(withdrawnFacts.facts, fact);

/** What kind of fact it was; one of a newer server by its name. */
export const factName = (fact: string): string =>
  isSaid(fact) ? t(`events.withdrawnFacts.facts.${fact}`) : fact.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
