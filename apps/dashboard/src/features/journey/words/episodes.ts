import type { Values, Words } from '../care-events.ts';

export const dischargeWords: Words<Values<'EpisodeDischarged', 'reasonCode'>> = {
  completed: 'Completed',
  'dropped-out': 'Left before completion',
  'terminated-by-facility': 'Ended by the programme',
  transferred: 'Transferred',
  incarcerated: 'In jail or prison',
  death: 'Died',
  other: 'Another reason',
};
