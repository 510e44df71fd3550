import type { Values, Words } from '../care-events.ts';

type Told = 'FollowUpRecorded';

export const followUpContactWords: Words<Values<Told, 'contact'>> = {
  reached: 'Reached',
  'not-reached': 'Not reached',
  declined: 'Reached, and does not want to be asked',
};

export const livingArrangementWords: Words<NonNullable<Values<Told, 'housing'>>> = {
  homeless: 'Without a home',
  'dependent-living': 'Lives with support',
  'independent-living': 'Lives independently',
};

export const employmentWords: Words<NonNullable<Values<Told, 'employment'>>> = {
  'full-time': 'Works full time',
  'part-time': 'Works part time',
  unemployed: 'Looks for work',
  'not-in-labour-force': 'Not in the labour force',
};

export const arrestWords: Words<NonNullable<Values<Told, 'arrests'>>> = {
  none: 'No arrest in 30 days',
  one: 'One arrest in 30 days',
  'two-or-more': 'Two or more arrests in 30 days',
};

export const selfHelpWords: Words<NonNullable<Values<Told, 'selfHelp'>>> = {
  none: 'No self-help meeting in 30 days',
  '1-to-3': '1 to 3 self-help meetings in 30 days',
  '4-to-7': '4 to 7 self-help meetings in 30 days',
  '8-to-30': '8 to 30 self-help meetings in 30 days',
  some: 'Self-help meetings in 30 days',
};
