import { held, notHeld, type Rule } from '../facts.ts';
import { capitalised, named } from '../words.ts';

/** A preliminary report is stored and shown, and decides nothing (pathway §4). */
export const preliminary: Rule = {
  name: 'preliminary',
  judge: ({ result }) =>
    result.preliminary
      ? held('pending', {
          saw: () => `only a preliminary report, ${result.outcome}`,
          sentence: () =>
            `${capitalised(named(result.drugClass))}: a preliminary report says ${result.outcome}. The final report will tell what it means.`,
        })
      : notHeld(() => 'a final report'),
};
