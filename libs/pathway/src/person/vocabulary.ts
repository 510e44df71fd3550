/** Where a person lives. Sober living is housing beside outpatient care, never a level of care, and no homelessness. */
export const livingSituations = [
  'own-home',
  'with-family-or-friends',
  'sober-living',
  'supported-housing',
  'temporary',
  'homeless',
  'institution',
  'correctional',
] as const;
export type LivingSituationCode = (typeof livingSituations)[number];
