import { held, notHeld, type Rule } from '../facts.ts';

/** Rule 1: cancelled by the laboratory. What a correction replaces is merged before the rules see it. */
export const superseded: Rule = {
  name: 'superseded',
  judge: ({ result }) =>
    result.cancelled
      ? held('superseded', {
          saw: () => 'the laboratory cancelled the report',
          sentence: () => 'Replaced: the laboratory cancelled what it had reported.',
        })
      : notHeld(() => 'not cancelled'),
};
