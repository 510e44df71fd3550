import type { Values, Words } from '../care-events.ts';

export const sessionWords: Words<Values<'SessionRecorded', 'sessionType'>> = {
  group: 'Group session',
  individual: 'Individual session',
  family: 'Family session',
  psychoeducation: 'Psychoeducation',
  medical: 'Medical visit',
  'medication-visit': 'Medication visit',
  'check-up': 'Check-up',
};

export const attendanceWords: Words<Values<'SessionRecorded', 'attendance'>> = {
  attended: 'attended',
  late: 'attended, late',
  missed: 'did not attend',
  excused: 'excused',
  'cancelled-by-site': 'cancelled by the site',
};
