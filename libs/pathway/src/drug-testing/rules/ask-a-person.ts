import { held, notHeld, type Rule } from '../facts.ts';
import { windowDays } from '../windows.ts';
import { capitalised, inMatrix, named } from '../words.ts';

/** Where no window is known, or the matrix looks back for months (hair), no rule can say whether use is new. */
export const askAPerson: Rule = {
  name: 'ask-a-person',
  judge: ({ specimen, result, person }) => {
    const { programme } = person;
    const looksTooFar = programme.drugTesting.neverEstablishUse.includes(specimen.matrix);
    const days = windowDays(programme, result, specimen.matrix, 'residual', 'unknown');
    if (!looksTooFar && days !== undefined) return notHeld(() => 'a window is known');
    const why = looksTooFar
      ? `${inMatrix(specimen.matrix)} looks too far back to show new use`
      : `no detection window is known for ${named(result.drugClass)} in ${inMatrix(specimen.matrix)}`;
    return held('awaiting-review', {
      saw: () => why,
      sentence: () => `${capitalised(named(result.drugClass))}: positive, but ${why}. A clinician needs to look at it.`,
    });
  },
};
