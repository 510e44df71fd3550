export const crisisKinds = ['overdose', 'suicidality', 'psychosis', 'severe-withdrawal', 'other'] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/** What was done about it, also by others. */
export const crisisActions = [
  'called-988',
  'called-911',
  'emergency-department',
  'naloxone-given',
  'medical-assessment',
  'psychiatric-assessment',
  'safety-plan-made',
  'means-made-safe',
  'stayed-with-the-person',
  /** Without consent, for a medical emergency (42 CFR 2.51). */
  'disclosed-for-emergency',
  'other',
] as const;
export type CrisisAction = (typeof crisisActions)[number];
