/**
 * What a consent may be for (42 CFR 2.31): treatment, payment and health care operations together; one recipient;
 * monitoring by criminal justice (2.35); a legal proceeding, which stands alone; counselling notes, which stand alone.
 */
export const consentKinds = [
  'tpo',
  'single-recipient',
  'criminal-justice',
  'legal-proceedings',
  'counselling-notes',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentPurposes = [
  'treatment',
  'payment',
  'operations',
  'family-involvement',
  'housing',
  'employment',
  'education',
  'social-services',
  'research',
  'criminal-justice-monitoring',
  'legal-proceeding',
  'at-the-patients-request',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How much and what kind of information; `whole-record` holds all but counselling notes. */
export const consentInformation = [
  'whole-record',
  'attendance',
  'level-of-care',
  'appointments-and-hand-offs',
  'medications',
  'drug-test-results',
  'assessments',
  'goals-and-plan',
  'crisis-and-safety',
  'discharge',
  'billing',
  'counselling-notes',
] as const;
export type ConsentInformation = (typeof consentInformation)[number];

export const recipientClasses = [
  'treating-providers',
  'health-plans',
  'third-party-payers',
  'people-who-help-operate-the-programme',
  'family',
  'parents-or-guardians',
  'courts',
  'probation-and-parole',
  'employer',
  'school',
  'housing-provider',
] as const;
export type RecipientClass = (typeof recipientClasses)[number];

export const disclosers = ['this-programme', 'programmes-that-treat-the-patient', 'named'] as const;
export type Discloser = (typeof disclosers)[number];

/** What the form told the patient. */
export const consentStatements = ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'] as const;
export type ConsentStatement = (typeof consentStatements)[number];

export const consentSigners = ['patient', 'parent-or-guardian', 'personal-representative'] as const;
export type ConsentSigner = (typeof consentSigners)[number];

export const consentEndingEvents = ['end-of-treatment', 'end-of-proceeding', 'end-of-supervision', 'other'] as const;
export type ConsentEndingEvent = (typeof consentEndingEvents)[number];

/** Why a consent ends before its date. */
export const revocationCauses = ['revoked', 'event-came'] as const;
export type RevocationCause = (typeof revocationCauses)[number];
