import type { Values, Words } from '../care-events.ts';

export const sessionWords: Words<Values<'SessionRecorded', 'sessionType'>> = {
  group: 'Group session',
  individual: 'Individual session',
  family: 'Family session',
  psychoeducation: 'Psychoeducation',
  'case-management': 'Case management',
  vocational: 'Vocational counselling',
  peer: 'Peer support',
  wellness: 'Wellness session',
  'mutual-help': 'Mutual-help meeting',
  medical: 'Medical visit',
  'medication-visit': 'Medication visit',
  'check-up': 'Check-up',
  'telephone-check-up': 'Check-up by telephone',
};

export const attendanceWords: Words<Values<'SessionRecorded', 'attendance'>> = {
  attended: 'attended',
  late: 'attended, late',
  missed: 'did not attend',
  excused: 'excused',
  'cancelled-by-site': 'cancelled by the site',
};

export const modalityWords: Words<Values<'SessionRecorded', 'modality'>> = {
  cbt: 'CBT',
  'motivational-interviewing': 'motivational interviewing',
  dbt: 'DBT',
  'twelve-step-facilitation': '12-step facilitation',
  'matrix-model': 'Matrix model',
  'therapeutic-community': 'therapeutic community',
  mindfulness: 'mindfulness',
  'relapse-prevention': 'preventing a return to use',
  psychoeducation: 'psychoeducation',
  'skills-training': 'skills training',
};
