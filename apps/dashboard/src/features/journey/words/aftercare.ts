import type { DataOf, Words } from '../care-events.ts';

export const aftercareWords: Words<DataOf<'AftercarePlanSet'>['parts'][number]['part']> = {
  'fewer-sessions': 'fewer sessions',
  'virtual-sessions': 'virtual sessions',
  'self-help-meetings': 'self-help meetings',
  'community-resources': 'community resources',
  'family-therapy': 'family therapy',
  training: 'training',
  'medical-care': 'ongoing medical care',
  'telephone-check-ups': 'check-ups by telephone',
};
