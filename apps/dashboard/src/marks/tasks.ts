import type { BoardRow } from '@stepway/contracts';

type Kind = NonNullable<BoardRow['nextTask']>['kind'];

/** A task in so few words that they fit on a chip beside the time. */
export const shortTaskWords: Readonly<Record<Kind, string>> = {
  'confirm-result': 'Confirm result',
  'review-drug-test': 'Review test',
  'new-collection': 'New specimen',
  outreach: 'Outreach',
  'overdose-check': 'Overdose check',
  'withdrawal-check': 'Withdrawal check',
  'medication-safety-review': 'Safety review',
  'missed-doses': 'Missed doses',
  'next-dose-check': 'Dose taken?',
  reassessment: 'Reassessment',
  'medication-continuity': 'Next dose',
  'ask-patient-decision': 'Ask the person',
  'consider-level-asked-for': 'Another level asked for',
  'late-result-review': 'Late result',
  'schedule-hand-off': 'Appointment',
  'hand-off-outreach': 'Did not attend',
  'hand-off-overdue': 'Not yet seen',
  'decide-proposal': 'Decide proposal',
  'resolve-step-down-guards': 'Less support waits',
  'review-completed-move': 'Review the move',
  'safety-plan': 'Safety plan',
  'attendance-review': 'Weekly hours',
  'suicide-risk': 'Suicide risk',
  'obstetric-care': 'Obstetric care',
  'confirm-return': 'Back from leave?',
  'safety-call': 'Safety call',
  'bed-decision': 'Bed kept?',
  'return-test': 'Test after leave',
  'medication-list': 'Medication list',
  'tolerance-check': 'Lost tolerance',
  'moud-same-day': 'Medication today',
};
