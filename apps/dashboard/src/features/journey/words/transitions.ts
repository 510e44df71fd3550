import type { Values, Words } from '../care-events.ts';

/** "More support (step up)": the people's words beside the term. */
export const moveWords: Words<Values<'TransitionStarted', 'kind'>> = {
  'step-up': 'More support (step up)',
  'step-down': 'Less support (step down)',
  lateral: 'Another level',
  're-entry': 'Return to care',
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
  crisis: 'a crisis comes first',
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
