import { held, notHeld, type Rule } from '../facts.ts';
import { findingOf } from '../validity.ts';

/** Rule 3: substituted or adulterated. No move until a clinician has reviewed it. */
export const integrityConcern: Rule = {
  name: 'integrity-concern',
  judge: ({ specimen, person }) => {
    const finding = findingOf(specimen, person.programme);
    if (finding !== 'substituted' && finding !== 'adulterated') return notHeld(() => `validity ${words(finding)}`);
    return held('integrity-concern', {
      saw: () => `validity ${finding}`,
      sentence: () =>
        `The laboratory found the specimen ${finding}. Please keep the sample, collect a new one today and have a clinician review it; nothing moves before that.`,
    });
  },
};

const words = (finding: string): string => finding.replace('-', ' ');
