import type { Values, Words } from '../care-events.ts';

export const medicationKindWords: Words<Values<'MedicationRecorded', 'kind'>> = {
  prescribed: 'prescribed',
  administered: 'administered',
  moud: 'medication for opioid use disorder',
};

/** "buprenorphine-naloxone" stays as the formulary writes it. */
export const medicationWords = (code: string): string => (code === 'other' ? 'another medication' : code);
