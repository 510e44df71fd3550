/**
 * The six dimensions of the ASAM Criteria. 3rd edition: withdrawal potential, biomedical, emotional and cognitive,
 * readiness to change, relapse potential, recovery environment. 4th edition: withdrawal and addiction medications,
 * biomedical, psychiatric and cognitive, substance-use-related risks, recovery environment, person-centred
 * considerations (not scored).
 */
export const dimensions = [1, 2, 3, 4, 5, 6] as const;
export type Dimension = (typeof dimensions)[number];

export const subdimensions = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Subdimension = (typeof subdimensions)[number];

/** 3rd edition: none, mild, moderate, severe, extreme. */
export const riskRatings = [0, 1, 2, 3, 4] as const;
export type RiskRating = (typeof riskRatings)[number];

export type Edition = 3 | 4;

export const usePatterns = ['occasional', 'daily', 'unknown'] as const;
export type UsePattern = (typeof usePatterns)[number];

export const withdrawalRisks = ['none', 'mild', 'moderate', 'severe', 'unknown'] as const;
export type WithdrawalRiskAnswer = (typeof withdrawalRisks)[number];

/** What the biopsychosocial intake looks at (articles 000 to 004), and what it found there. */
export const biopsychosocialAreas = [
  'medical-history',
  'mental-health-history',
  'substance-use-history',
  'trauma-history',
  'severity',
  'readiness-to-change',
  'support-network',
  'home-and-structure',
  'work-and-school',
  'legal',
  'recovery-goals',
] as const;
export type BiopsychosocialArea = (typeof biopsychosocialAreas)[number];

export const biopsychosocialFindings = ['strength', 'no-concern', 'some-concern', 'serious-concern'] as const;
export type BiopsychosocialFinding = (typeof biopsychosocialFindings)[number];

/** Who decided on the level, with the person among them (articles 000, 002 and 004). */
export const deciders = [
  'person',
  'family',
  'therapist',
  'nurse',
  'prescriber',
  'primary-care-physician',
  'mental-health-provider',
  'addiction-specialist',
  'treatment-team',
] as const;
export type Decider = (typeof deciders)[number];

/** Why the level that a person gets is another than the one indicated (recommendation record of the Criteria). */
export const discrepancyReasons = [
  'not-available',
  'waiting-list',
  'patient-preference',
  'payer-denial',
  'geography',
  'court',
  'language-barrier',
  'childcare-barrier',
  'transport-barrier',
  'clinical-judgement',
] as const;
export type DiscrepancyReason = (typeof discrepancyReasons)[number];
