import type { Values, Words } from '../care-events.ts';

export const leaveWords: Words<Values<'LeaveStarted', 'kind'>> = {
  pass: 'Short leave',
  hospital: 'In hospital',
  jail: 'In jail',
  other: 'On leave',
};
