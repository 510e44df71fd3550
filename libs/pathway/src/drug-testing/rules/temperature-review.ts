import { held, notHeld, type Rule } from '../facts.ts';
import { temperatureOf } from '../validity.ts';

/** Rule 5: a confirmed positive in a specimen whose temperature was out of range. */
export const temperatureReview: Rule = {
  name: 'temperature-review',
  judge: ({ specimen, result, person }) =>
    temperatureOf(specimen, person.programme) === 'out-of-range' &&
    result.outcome === 'positive' &&
    result.stage === 'definitive'
      ? held('awaiting-review', {
          saw: () => 'temperature out of range, definitive positive',
          sentence: () =>
            'Confirmed positive, but the temperature of the specimen was out of range. A clinician needs to look at it.',
        })
      : notHeld(() => `temperature ${temperatureOf(specimen, person.programme).replaceAll('-', ' ')}`),
};
