import { held, notHeld, type Rule } from '../facts.ts';
import { capitalised, named } from '../words.ts';

/** Rule 8. */
export const negative: Rule = {
  name: 'negative',
  judge: ({ result }) =>
    result.outcome === 'negative'
      ? held('negative', {
          saw: () => `${result.stage} negative`,
          sentence: () => `${capitalised(named(result.drugClass))}: negative.`,
        })
      : notHeld(() => `${result.stage} ${result.outcome}`),
};
