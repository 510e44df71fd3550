import { reference, type SomePartnerRules } from './form.ts';

const transitionId = reference('level-of-care');
const ofHandOff = reference('appointments-and-hand-offs');
const move = {
  transitionId,
  kind: 'level-of-care',
  from: 'level-of-care',
  to: 'level-of-care',
} as const;

/**
 * Moves between levels and their hand-offs. What a move stands on (a test, a use) is not told, nor what the rules
 * considered; why a person decided it only to who may have the whole record.
 */
export const transitionRules = {
  TransitionConsidered: 'never',
  TransitionProposed: {
    information: 'level-of-care',
    fields: { ...move, deadlineAt: 'level-of-care', atDeadline: 'never', reverses: 'never', grounds: 'never' },
  },
  TransitionApproved: { information: 'level-of-care', fields: { transitionId } },
  TransitionDeclined: { information: 'level-of-care', fields: { transitionId } },
  TransitionLapsed: { information: 'level-of-care', fields: { transitionId } },
  TransitionEscalated: 'never',
  TransitionStarted: {
    information: 'level-of-care',
    fields: {
      ...move,
      handOffDueAt: 'appointments-and-hand-offs',
      targetAt: 'appointments-and-hand-offs',
      reverses: 'never',
      reasonCode: 'whole-record',
      grounds: 'never',
    },
  },
  TransitionSuspended: { information: 'level-of-care', fields: { transitionId, cause: 'whole-record' } },
  TransitionResumed: { information: 'level-of-care', fields: { transitionId } },
  TransitionRegrounded: 'never',
  HandOffScheduled: {
    information: 'appointments-and-hand-offs',
    fields: { transitionId: ofHandOff, appointmentAt: 'appointments-and-hand-offs' },
  },
  HandOffMissed: {
    information: 'appointments-and-hand-offs',
    fields: {
      transitionId: ofHandOff,
      times: 'appointments-and-hand-offs',
      reasonCode: 'appointments-and-hand-offs',
    },
  },
  TransitionCompleted: { information: 'level-of-care', fields: { ...move, attendedAt: 'level-of-care' } },
  TransitionFailed: {
    information: 'level-of-care',
    fields: { ...move, times: 'appointments-and-hand-offs', reasonCode: 'appointments-and-hand-offs' },
  },
  TransitionCancelled: { information: 'level-of-care', fields: { transitionId, cause: 'whole-record' } },
} satisfies SomePartnerRules;
