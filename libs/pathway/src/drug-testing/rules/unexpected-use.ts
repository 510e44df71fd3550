import { held, type Rule } from '../facts.ts';
import { capitalised, elapsed, named } from '../words.ts';

/** Rule 17: nothing explains it. */
export const unexpectedUse: Rule = {
  name: 'unexpected-use',
  judge: ({ specimen, result, person }) => {
    const { collectedAt } = specimen;
    // Rule 13 has held of whatever was collected before an admission.
    const after = `${elapsed(person.admittedAt ?? collectedAt, collectedAt)} after admission`;
    return held(
      'unexpected-use',
      {
        saw: () => `${result.stage} positive ${after}`,
        sentence: () =>
          `${capitalised(named(result.drugClass))}: ${result.stage === 'definitive' ? 'confirmed positive' : 'positive'}, collected ${after}; no medication and no earlier use explains it. Unexpected positive, treated as new use.`,
      },
      { establishesUse: true },
    );
  },
};
