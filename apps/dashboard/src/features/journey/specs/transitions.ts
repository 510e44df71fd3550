import type { Examples } from './example.ts';
import { at, move, programme, sealed } from './values.ts';

export const transitionExamples = {
  TransitionConsidered: [
    {
      decisionId: 'd',
      about: 'step-down',
      outcome: 'nothing',
      sentence: 'Less support waits.',
      rules: [],
      programme,
      trigger: { eventId: 'e' },
    },
    'Less support waits.',
  ],
  TransitionProposed: [
    { ...move, grounds: [], deadlineAt: at, atDeadline: 'escalate' },
    'More support (step up) proposed: IOP to residential, to be decided by [moment]; undecided by then, it goes to the next person in charge.',
  ],
  TransitionApproved: [{ transitionId: 't1', reason: sealed }, 'The proposal was approved.'],
  TransitionDeclined: [{ transitionId: 't1' }, 'The proposal was declined; the present level continues.'],
  TransitionLapsed: [{ transitionId: 't1' }, 'The proposal lapsed undecided; the present level continues.'],
  TransitionEscalated: [
    { transitionId: 't1', cause: 'hand-off-overdue' },
    'Escalated: the person was not yet seen by the deadline.',
  ],
  TransitionStarted: [
    { ...move, grounds: ['u'], handOffDueAt: at },
    'More support (step up) started by itself: IOP to residential. First attended service by [moment].',
  ],
  TransitionSuspended: [{ transitionId: 't1', cause: 'hold' }, 'The move is suspended: automatic moves are paused.'],
  TransitionResumed: [{ transitionId: 't1' }, 'The move goes on.'],
  TransitionRegrounded: [{ transitionId: 't1', grounds: ['u', 'v'] }, 'The move now stands on 2 uses.'],
  HandOffScheduled: [{ transitionId: 't1', appointmentAt: at }, 'Hand-off appointment: [moment].'],
  HandOffMissed: [
    { transitionId: 't1', times: 2, reasonCode: 'did-not-attend' },
    'Hand-off appointment not kept, 2 times now: did not attend.',
  ],
  TransitionCompleted: [
    { ...move, attendedAt: at },
    'First attended service in residential: the level is now residential.',
  ],
  TransitionFailed: [
    { ...move, times: 2, reasonCode: 'did-not-attend', reason: sealed },
    'The move to residential was ended by a person: did not attend. The present level continues.',
  ],
  TransitionCancelled: [
    { transitionId: 't1', cause: 'patient-declined' },
    'The move was cancelled: the person declined.',
  ],
} satisfies Partial<Examples>;
