import type { eventData } from '@stepway/contracts';
import type { z } from 'zod';

export type EventType = keyof typeof eventData;
export type DataOf<Type extends EventType> = z.output<(typeof eventData)[Type]>;

type Values<Type extends EventType, Key extends keyof DataOf<Type>> = NonNullable<DataOf<Type>[Key]> & string;
type Words<Value extends string> = Readonly<Record<Value, string>>;

export const taskWords: Words<Values<'TaskOpened', 'kind'>> = {
  'confirm-result': 'Confirm the result',
  'review-drug-test': 'Review the drug test',
  'new-collection': 'Collect a new specimen',
  outreach: 'Reach out',
  'overdose-check': 'Overdose check, offer naloxone',
  'withdrawal-check': 'Withdrawal check',
  'medication-safety-review': 'Medication-taking and safety review',
  reassessment: 'Reassess the level of care',
  'medication-continuity': 'Arrange the next dose',
  'ask-patient-decision': 'Ask the person’s decision',
  'late-result-review': 'Review the late result',
  'schedule-hand-off': 'Make the hand-off appointment',
  'hand-off-outreach': 'Reach out: did not attend the hand-off',
  'hand-off-overdue': 'Not yet seen: act on the hand-off',
  'decide-proposal': 'Decide the proposal',
  'resolve-step-down-guards': 'See to what less support waits for',
  'review-completed-move': 'Review the completed move',
  'safety-plan': 'Make a safety plan',
};

/** "More support (step up)": the people's words beside the term. */
export const moveWords: Words<Values<'TransitionStarted', 'kind'>> = {
  'step-up': 'More support (step up)',
  'step-down': 'Less support (step down)',
  lateral: 'Another level',
  're-entry': 'Return to care',
};

export const dischargeWords: Words<Values<'EpisodeDischarged', 'reasonCode'>> = {
  completed: 'Completed',
  'dropped-out': 'Left before completion',
  'terminated-by-facility': 'Ended by the programme',
  transferred: 'Transferred',
  incarcerated: 'In jail or prison',
  death: 'Died',
  other: 'Another reason',
};

export const reasonWords: Words<Values<'TransitionStarted', 'reasonCode'>> = {
  'clinical-judgement': 'clinical judgement',
  assessment: 'an assessment',
  'patient-request': 'the person’s wish',
  'withdrawal-risk': 'withdrawal risk',
  safety: 'safety',
  capacity: 'capacity',
  administrative: 'administration',
};

export const cancelWords: Words<Values<'TransitionCancelled', 'cause'>> = {
  'clinician-retains': 'a clinician keeps the present level',
  'no-longer-indicated': 'no longer indicated',
  'patient-declined': 'the person declined',
  override: 'a person decided on another level',
  'step-up': 'more support takes its place',
  'grounds-withdrawn': 'its grounds no longer stand',
  discharged: 'the person was discharged',
};

export const handOffWords: Words<Values<'HandOffMissed', 'reasonCode'>> = {
  'did-not-attend': 'did not attend',
  declined: 'declined',
  'no-slot': 'there was no slot',
  other: 'another reason',
};

export const escalationWords: Words<Values<'TransitionEscalated', 'cause'>> = {
  'proposal-deadline': 'the proposal’s deadline passed undecided',
  'did-not-attend-twice': 'the person did not attend twice',
  'hand-off-overdue': 'the person was not yet seen by the deadline',
};

export const suspensionWords: Words<Values<'TransitionSuspended', 'cause'>> = {
  'new-use': 'a new use was found',
  'unsettled-result': 'a result is not settled',
  'integrity-concern': 'a specimen needs review',
  hold: 'automatic moves are paused',
};

export const atDeadlineWords: Words<Values<'TransitionProposed', 'atDeadline'>> = {
  escalate: 'undecided by then, it goes to the next person in charge',
  apply: 'undecided by then, it is applied',
  lapse: 'undecided by then, it lapses',
};

export const attendanceWords: Words<Values<'SessionRecorded', 'attendance'>> = {
  attended: 'attended',
  late: 'attended, late',
  missed: 'did not attend',
  excused: 'excused',
  'cancelled-by-site': 'cancelled by the site',
};

export const sessionWords: Words<Values<'SessionRecorded', 'sessionType'>> = {
  group: 'Group session',
  individual: 'Individual session',
  family: 'Family session',
  psychoeducation: 'Psychoeducation',
  medical: 'Medical visit',
  'medication-visit': 'Medication visit',
  'check-up': 'Check-up',
};

export const medicationKindWords: Words<Values<'MedicationRecorded', 'kind'>> = {
  prescribed: 'prescribed',
  administered: 'administered',
  moud: 'medication for opioid use disorder',
};

export const notCollectedWords: Words<Values<'DrugTestNotCollected', 'outcome'>> = {
  missed: 'missed',
  excused: 'excused',
  declined: 'declined',
  unable: 'unable to give a specimen',
};

export const findingWords: Words<Values<'DrugTestReviewed', 'finding'>> = {
  'unexpected-use': 'unexpected positive, treated as new use',
  'expected-prescribed': 'explained by a medication',
  negative: 'negative',
  inconclusive: 'not conclusive',
};

export const validityWords: Words<DataOf<'DrugTestResultRecorded'>['validity']['finding']> = {
  valid: 'valid',
  dilute: 'dilute',
  substituted: 'substituted',
  adulterated: 'adulterated',
  invalid: 'invalid',
  'not-recorded': 'validity not recorded',
};

export const goalWords: Words<DataOf<'GoalsSet'>['goals'][number]['domain']> = {
  abstinence: 'Abstinence',
  'harm-reduction': 'Harm reduction',
  'behaviour-change': 'Behaviour change',
  'problem-solving': 'Problem solving',
  'coping-and-triggers': 'Coping and triggers',
  'relapse-prevention': 'Preventing a return to use',
  'support-network': 'Support network',
  'self-help': 'Self-help',
  'mental-health': 'Mental health',
  'employment-education': 'Employment and education',
  housing: 'Housing',
  legal: 'Legal matters',
  family: 'Family',
  finances: 'Finances',
  health: 'Health',
};

const ruleNames: Readonly<Record<string, string>> = {
  'in-care': 'In care',
  'collected-since-admission': 'Collected since admission',
  'no-step-up-open-or-done-since': 'No step up open or done since',
  'threshold-met': 'The threshold is met',
  'level-can-step-up': 'The level can step up',
  'moves-by-rule': 'Rules may move at all',
  'mode-automatic': 'Moves start by themselves',
  'not-held-before': 'Was not found while paused',
  'not-retained-by-a-person': 'No person decided to stay',
  'no-use-in-look-back': 'No unexpected use in the look-back',
  'no-hold': 'Automatic moves are not paused',
  'patient-agrees': 'The person agrees',
  'therapist-meeting': 'Therapist met the person',
  superseded: 'Replaced by a later report',
  preliminary: 'Preliminary only',
  'integrity-concern': 'Specimen needs review',
  'repeatedly-dilute': 'Dilute for the third time',
  recollect: 'New specimen needed',
  'temperature-review': 'Temperature out of range, positive confirmed',
  inconclusive: 'Not conclusive',
  'unexpected-absence': 'An expected medication was not found',
  negative: 'Negative',
  'expected-prescribed': 'A medication explains every analyte',
  'acknowledged-use': 'Use acknowledged',
  baseline: 'From before admission',
  residual: 'From an earlier use',
  'ask-a-person': 'A person is asked',
  'confirmation-closed': 'Confirmation closed',
  'awaiting-confirmation': 'Presumptive only',
  'unexpected-use': 'Otherwise: treated as new use',
  reviewed: 'A clinician’s review',
};

/** A rule's name for people; the ids of rules are readable, so one that is new is shown by its id. */
export function ruleWords(rule: string): string {
  const known = ruleNames[rule];
  if (known !== undefined) return known;
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "buprenorphine-naloxone" stays as the formulary writes it. */
export const medicationWords = (code: string): string => (code === 'other' ? 'another medication' : code);
