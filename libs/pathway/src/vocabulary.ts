/** The closed vocabularies of the pathway (pathway.md); contracts build their schemas from the same lists. */
export const drugClasses = [
  'alcohol',
  'amphetamines',
  'methamphetamine',
  'barbiturates',
  'benzodiazepines',
  'buprenorphine',
  'cannabis',
  'cocaine',
  'fentanyl',
  'heroin',
  'mdma',
  'methadone',
  'opioids',
  'oxycodone',
  'pcp',
  'other-sedatives',
  'other',
] as const;
export type DrugClass = (typeof drugClasses)[number];

export const roles = [
  'coordinator',
  'therapist',
  'prescriber',
  'nurse',
  'peer-worker',
  'medical-director',
  'programme-manager',
  'privacy-officer',
  'administrator',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** A member of staff by the opaque id that the sign-in gives, in the role in which they act. */
export interface StaffMember {
  readonly staffId: string;
  readonly role: Role;
}

/** Who acts: a person, a machine that feeds facts, or a rule (events of a run). */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'system' | 'rule';
  readonly role: Role;
}

export const ageGroups = ['adult', 'adolescent'] as const;
export type AgeGroup = (typeof ageGroups)[number];

export const priorities = ['pregnant-injecting', 'pregnant', 'injecting'] as const;
export type Priority = (typeof priorities)[number];

export const goalDomains = [
  'abstinence',
  'harm-reduction',
  'behaviour-change',
  'problem-solving',
  'coping-and-triggers',
  'relapse-prevention',
  'support-network',
  'self-help',
  'mental-health',
  'employment-education',
  'housing',
  'legal',
  'family',
  'finances',
  'health',
] as const;
export type GoalDomain = (typeof goalDomains)[number];

export const matrices = ['urine', 'oral-fluid', 'breath', 'blood', 'sweat', 'hair'] as const;
export type Matrix = (typeof matrices)[number];

export const collectionReasons = ['random', 'for-cause', 'admission', 'return-from-leave', 'follow-up'] as const;
export type CollectionReason = (typeof collectionReasons)[number];

export const reportStatuses = ['preliminary', 'final', 'corrected', 'cancelled'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const validityFindings = ['valid', 'dilute', 'substituted', 'adulterated', 'invalid', 'not-recorded'] as const;
export type ValidityFinding = (typeof validityFindings)[number];

export const temperatures = ['in-range', 'out-of-range', 'not-recorded'] as const;
export type Temperature = (typeof temperatures)[number];

export const outcomes = ['positive', 'negative', 'indeterminate', 'not-done'] as const;
export type Outcome = (typeof outcomes)[number];

export const stages = ['presumptive', 'definitive'] as const;
export type Stage = (typeof stages)[number];

export const notCollectedOutcomes = ['missed', 'excused', 'declined', 'unable'] as const;
export type NotCollectedOutcome = (typeof notCollectedOutcomes)[number];

/** Why a person schedules a test. */
export const askedTestCauses = ['plan', 'for-cause'] as const;
export type AskedTestCause = (typeof askedTestCauses)[number];
/** Why a test is scheduled: by a person, at an admission, or drawn by the plan of the level. */
export const scheduledTestCauses = [...askedTestCauses, 'admission', 'random'] as const;
export type ScheduledTestCause = (typeof scheduledTestCauses)[number];

/** A clinician's word on one class of a specimen. */
export const reviewFindings = ['unexpected-use', 'expected-prescribed', 'negative', 'inconclusive'] as const;
export type ReviewFinding = (typeof reviewFindings)[number];

export const dispositions = [
  'superseded',
  'missed',
  'excused',
  'declined',
  'unable',
  'integrity-concern',
  'recollect',
  'awaiting-review',
  'inconclusive',
  'unexpected-absence',
  'negative',
  'unexpected-pattern',
  'expected-prescribed',
  'unexpected-use',
  'baseline',
  'residual',
  'awaiting-confirmation',
  'pending',
] as const;
export type Disposition = (typeof dispositions)[number];

export const medicationKinds = ['prescribed', 'administered', 'moud'] as const;
export type MedicationKind = (typeof medicationKinds)[number];

export const medicationSources = ['prescriber', 'nurse', 'pharmacy'] as const;
export type MedicationSource = (typeof medicationSources)[number];

/** Care given elsewhere. */
export const externalEncounterKinds = ['emergency-department', 'hospital', 'procedure', 'overdose-reversal'] as const;
export type ExternalEncounterKind = (typeof externalEncounterKinds)[number];

/** Kinds of sessions that the articles name (checklist rows 14, 33 to 38, 48, 49). */
export const sessionTypes = [
  'group',
  'individual',
  'family',
  'psychoeducation',
  'case-management',
  'vocational',
  'peer',
  'wellness',
  'mutual-help',
  'medical',
  'medication-visit',
  'check-up',
  'telephone-check-up',
] as const;
export type SessionType = (typeof sessionTypes)[number];

export const attendances = ['attended', 'late', 'missed', 'excused', 'cancelled-by-site'] as const;
export type Attendance = (typeof attendances)[number];

/** Time away while the stay goes on. */
export const leaveKinds = ['pass', 'hospital', 'jail', 'other'] as const;
export type LeaveKind = (typeof leaveKinds)[number];

export const transitionKinds = ['step-up', 'step-down', 'lateral', 're-entry'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

/** Why a person changes the level, or ends a transition. */
export const levelChangeReasons = [
  'clinical-judgement',
  'assessment',
  'patient-request',
  'withdrawal-risk',
  'safety',
  'capacity',
  'administrative',
] as const;
export type LevelChangeReason = (typeof levelChangeReasons)[number];

export const cancelReasons = ['clinician-retains', 'no-longer-indicated', 'patient-declined'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** What the person says to a move. */
export const patientAnswers = ['agrees', 'declines', 'asks-for-another-level'] as const;
export type PatientAnswer = (typeof patientAnswers)[number];

/** What therapist and person found when they looked at the goals together. */
export const meetingOutcomes = ['goals-achieved', 'goals-remain', 'reassess'] as const;
export type MeetingOutcome = (typeof meetingOutcomes)[number];

export const handOffFailureReasons = ['did-not-attend', 'declined', 'no-slot', 'other'] as const;
export type HandOffFailureReason = (typeof handOffFailureReasons)[number];

/** TEDS-D reasons for discharge, in the words of the project. */
export const dischargeReasons = [
  'completed',
  'dropped-out',
  'terminated-by-facility',
  'transferred',
  'incarcerated',
  'death',
  'other',
] as const;
export type DischargeReason = (typeof dischargeReasons)[number];

export const taskKinds = [
  'confirm-result',
  'review-drug-test',
  'new-collection',
  'scheduled-test-missed',
  'random-test-count',
  'outreach',
  'overdose-check',
  'withdrawal-check',
  'medication-safety-review',
  'drugs-given-list',
  'talk-about-result',
  'missed-doses',
  'next-dose-check',
  'reassessment',
  'medication-continuity',
  'ask-patient-decision',
  'consider-level-asked-for',
  'late-result-review',
  'schedule-hand-off',
  'hand-off-outreach',
  'record-attendance',
  'hand-off-overdue',
  'decide-proposal',
  'resolve-step-down-guards',
  'review-completed-move',
  'safety-plan',
  'attendance-review',
  'second-person',
  'patient-directed-contact',
  'follow-up',
  'medication-bridge',
  'check-up',
  'contact-outreach',
  'absence-safety-check',
  'missed-contact-review',
  'contact-lost-review',
  'suicide-risk',
  'initial-assessment',
  'dimension-evaluation',
  'act-on-assessment',
  'stay-review',
  'prepare-coming-of-age',
  'turned-18',
  'obstetric-care',
  'confirm-return',
  'safety-call',
  'bed-decision',
  'return-test',
  'medication-list',
  'tolerance-check',
  'moud-same-day',
  'crisis',
  'interim-services',
  'state-referral',
  'admit-by-law',
  'find-place',
  'renew-consent',
] as const;
export type TaskKind = (typeof taskKinds)[number];
