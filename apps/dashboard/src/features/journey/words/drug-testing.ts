import type { DataOf, Values, Words } from '../care-events.ts';

export const notCollectedWords: Words<Values<'DrugTestNotCollected', 'outcome'>> = {
  missed: 'missed',
  excused: 'excused',
  declined: 'declined',
  unable: 'unable to give a specimen',
};

export const scheduledWords: Words<Values<'DrugTestScheduled', 'cause'>> = {
  plan: 'by plan',
  'for-cause': 'for cause',
  admission: 'at admission',
  random: 'at random',
};

export const findingWords: Words<Values<'DrugTestReviewed', 'finding'>> = {
  'unexpected-use': 'unexpected positive, treated as new use',
  'expected-prescribed': 'explained by a medication',
  negative: 'negative',
  inconclusive: 'not conclusive',
};

export const validityWords: Words<DataOf<'DrugTestResultRecorded'>['validity']['finding']> = {
  valid: 'valid',
  dilute: 'dilute',
  substituted: 'substituted',
  adulterated: 'adulterated',
  invalid: 'invalid',
  'not-recorded': 'validity not recorded',
};

/** A further test is drawn for the day after. */
export const extraTestWords: Words<Values<'DrugTestScheduled', 'after'>> = {
  weekend: 'weekend',
  holiday: 'holiday',
  payday: 'payday',
  pass: 'short leave',
};
