import type { Values, Words } from '../care-events.ts';

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
  'suicide-risk': 'See the person now: suicide risk',
  'obstetric-care': 'Arrange obstetric care',
};
