import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { findingOf, temperatureOf } from '../validity.ts';

/** Rule 4: a specimen that cannot speak for this class. */
export const recollect: Rule = {
  name: 'recollect',
  judge: (facts) => {
    const finding = findingOf(facts.specimen, facts.person.programme);
    const positive = facts.result.outcome === 'positive';
    const { recollectHours } = facts.person.programme.deadlines;
    if (finding === 'invalid')
      return held('recollect', {
        saw: () => 'validity invalid',
        sentence: () =>
          `The specimen was invalid, so it says nothing either way. Please collect another within ${recollectHours} hours.`,
      });
    if (finding === 'dilute' && !positive)
      return held('recollect', {
        saw: () => `validity dilute${figures(facts)}, not positive`,
        sentence: () =>
          `The specimen was dilute${figures(facts)}, so it does not count as negative. Please collect another within ${recollectHours} hours, in the morning if possible.`,
      });
    const temperature = temperatureOf(facts.specimen, facts.person.programme);
    if (temperature === 'out-of-range' && !positive)
      return held('recollect', {
        saw: () => 'temperature out of range, not positive',
        sentence: () =>
          'The temperature was out of range, so this result does not count as negative. Please collect another specimen today.',
      });
    return notHeld(() => `validity ${finding.replace('-', ' ')}, temperature ${temperature.replaceAll('-', ' ')}`);
  },
};

export const figures = ({ specimen: { validity } }: ClassFacts): string =>
  validity.creatinineMgDl === undefined ? '' : ` (creatinine ${validity.creatinineMgDl} mg/dL)`;
