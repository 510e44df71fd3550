import { held, notHeld, type Rule } from '../facts.ts';
import { capitalised, named } from '../words.ts';

/** Rule 6: the laboratory could not tell. */
export const inconclusive: Rule = {
  name: 'inconclusive',
  judge: ({ result, person }) =>
    result.outcome === 'indeterminate' || result.outcome === 'not-done'
      ? held('inconclusive', {
          saw: () => `${result.stage} ${result.outcome.replace('-', ' ')}`,
          sentence: () =>
            `${capitalised(named(result.drugClass))}: the laboratory could not tell (${result.outcome.replace('-', ' ')}). Please repeat within ${person.programme.deadlines.retestHours} hours.`,
        })
      : notHeld(() => `${result.stage} ${result.outcome}`),
};
