import type { Values, Words } from '../care-events.ts';

export const livingSituationWords: Words<Values<'LivingSituationRecorded', 'situation'>> = {
  'own-home': 'in a home of their own',
  'with-family-or-friends': 'with family or friends',
  'sober-living': 'in sober living',
  'supported-housing': 'in supported housing',
  temporary: 'in a temporary place',
  homeless: 'without a home',
  institution: 'in an institution',
  correctional: 'in jail or prison',
};
