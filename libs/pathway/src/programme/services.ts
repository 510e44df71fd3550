/** What a level may offer (articles 000, 001, 002, 003 and 004). */
export const serviceCodes = [
  'treatment-planning',
  'individual-counselling',
  'group-counselling',
  'behavioural-therapy',
  'psychoeducation',
  'case-management',
  'medication-management',
  'medication-for-opioid-use-disorder',
  'withdrawal-management',
  'medical-care',
  'psychiatry',
  'mental-health-treatment',
  'psychological-assessment',
  'cognitive-assessment',
  'crisis-management',
  'drug-testing',
  'family-therapy',
  'family-education',
  'family-support',
  'peer-support',
  'mutual-help-groups',
  'relapse-prevention-skills',
  'life-skills',
  'communication-skills',
  'vocational-counselling',
  'educational-support',
  'childcare',
  'transport',
  'wellness',
  'nutrition',
  'fitness',
  'recreation',
  'spirituality',
  'recovery-check-ups',
  'early-intervention',
  'meals',
  'housing',
  'monitoring-24-hours',
  'psychiatric-holds',
] as const;
export type ServiceCode = (typeof serviceCodes)[number];

/** The therapy that a session follows; no single one is best (article 004). */
export const modalities = [
  'cbt',
  'motivational-interviewing',
  'dbt',
  'twelve-step-facilitation',
  'matrix-model',
  'therapeutic-community',
  'mindfulness',
  'relapse-prevention',
  'psychoeducation',
  'skills-training',
] as const;
export type Modality = (typeof modalities)[number];

/** Where a person attends. */
export const settings = ['on-site', 'virtual'] as const;
export type Setting = (typeof settings)[number];

/** Who takes part in a session: the person alone, with the family, the family alone, or in a group. */
export const participants = ['person', 'person-and-family', 'family', 'group'] as const;
export type Participants = (typeof participants)[number];

/** When of the day or week a person attends; the hours are the site's. */
export const tracks = ['day', 'morning', 'evening', 'weekend'] as const;
export type Track = (typeof tracks)[number];

/** What a track is about; drug tests belong to the first (article 003). */
export const trackFocuses = ['substance-use', 'mental-health'] as const;
export type TrackFocus = (typeof trackFocuses)[number];

export interface Service {
  readonly code: ServiceCode;
  readonly provided: 'here' | 'by-referral';
  readonly modalities: readonly Modality[];
  readonly settings: readonly Setting[];
  readonly participants: readonly Participants[];
}
