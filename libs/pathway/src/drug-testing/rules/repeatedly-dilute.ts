import { daysBetween } from '../../time.ts';
import { endingWith } from '../chain.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { findingOf } from '../validity.ts';
import { figures } from './recollect.ts';

/** The rule's name where collecting again in the same way would not help. */
export const repeatedlyDiluteName = 'repeatedly-dilute';

/** Rule 4, third dilute specimen in 30 days: a clinician chooses another way to test. */
export const repeatedlyDilute: Rule = {
  name: repeatedlyDiluteName,
  judge: (facts) => {
    const { specimen, result, person } = facts;
    const { times, withinDays } = person.programme.drugTesting.repeatedDilute;
    if (findingOf(specimen, person.programme) !== 'dilute' || result.outcome === 'positive')
      return notHeld(() => 'not dilute, or positive all the same');
    const count = diluteCount(facts, withinDays);
    if (count < times) return notHeld(() => `dilute specimens within ${withinDays} days: ${count}`);
    return held('recollect', {
      saw: () => `dilute specimens within ${withinDays} days: ${count}`,
      sentence: () =>
        `The specimen was dilute${figures(facts)}; it is number ${count} within ${withinDays} days. A clinician should choose another way to test, such as oral fluid.`,
    });
  },
};

const diluteCount = ({ specimen, past }: ClassFacts, withinDays: number): number =>
  1 + endingWith(past.dilutes, (at) => daysBetween(at, specimen.collectedAt) <= withinDays).length;
