import type { Values, Words } from '../care-events.ts';

export const withdrawalWords: Words<Values<'FactWithdrawn', 'reasonCode'>> = {
  'entered-in-error': 'entered in error',
  'wrong-person': 'recorded for the wrong person',
};
