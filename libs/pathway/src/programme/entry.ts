/** What speaks for a level (articles 000 to 004, candidacy); the answers stand in the assessment. */
export const candidacyCriteria = [
  'withdrawal-risk',
  'acute-medical-or-psychiatric-need',
  'severe-addiction',
  'unstable-home',
  'needs-24-hour-structure',
  'needs-exceed-iop',
  'moderate-severity',
  'mild-severity',
  'risk-without-disorder',
  'minimal-withdrawal-risk',
  'medically-stable',
  'health-conditions-manageable',
  'psychiatric-symptoms-treatable-outpatient',
  'no-need-of-24-hour-structure',
  'stable-supportive-home',
  'reliable-transport',
  'at-risk-without-weekly-support',
  'completed-inpatient-or-withdrawal-management',
  'continues-after-residential',
  'outpatient-insufficient',
  'cannot-leave-work-school-or-family',
  'employed-with-social-support',
  'functions-at-home',
  'multidimensional-needs-but-stable',
  'committed-to-wellbeing',
  'motivated',
  'open-to-other-views',
  'willing-to-learn',
  'engaged',
  'able-to-attend-all-sessions',
  'goals-of-treatment-reached',
] as const;
export type CandidacyCriterion = (typeof candidacyCriteria)[number];

/** What speaks against a level (articles 001 and 003). */
export const exclusionCriteria = [
  'needs-medical-detox',
  'severe-withdrawal',
  'uncontrolled-psychiatric-symptoms',
  'severe-co-occurring-condition',
  'severe-addiction',
  'needs-full-time-supervision',
  'unsafe-home',
  'needs-acute-hospital-care',
] as const;
export type ExclusionCriterion = (typeof exclusionCriteria)[number];

export interface LevelEntry {
  /** `required`: not met, it speaks against admission; `supporting`: one reason among others. */
  readonly criteria: readonly { readonly code: CandidacyCriterion; readonly weight: 'required' | 'supporting' }[];
  /** One that holds rejects an admission unless a medical role gives a reason. */
  readonly exclusions: readonly ExclusionCriterion[];
  /** Hours after an admission without an assessment in which one must be made. */
  readonly assessmentHours: number;
}
