import {
  atDeadlineWords,
  cancelWords,
  escalationWords,
  handOffWords,
  moveWords,
  reasonWords,
  suspensionWords,
} from '../words/transitions.ts';
import type { Sentences } from './telling.ts';

export const transitionSentences = {
  TransitionConsidered: ({ sentence }) => sentence,
  TransitionProposed: ({ kind, from, to, deadlineAt, atDeadline }, { level, moment }) =>
    `${moveWords[kind]} proposed: ${level(from)} to ${level(to)}, to be decided by ${moment(deadlineAt)}; ${atDeadlineWords[atDeadline]}.`,
  TransitionApproved: () => 'The proposal was approved.',
  TransitionDeclined: () => 'The proposal was declined; the present level continues.',
  TransitionLapsed: () => 'The proposal lapsed undecided; the present level continues.',
  TransitionEscalated: ({ cause }) => `Escalated: ${escalationWords[cause]}.`,
  TransitionStarted: ({ kind, from, to, handOffDueAt, reasonCode }, { level, moment, byPerson }) =>
    `${moveWords[kind]} ${reasonCode !== undefined || byPerson ? 'started by decision of a person' : 'started by itself'}: ${level(from)} to ${level(to)}${reasonCode === undefined ? '' : `, for ${reasonWords[reasonCode]}`}. First attended service by ${moment(handOffDueAt)}.`,
  TransitionSuspended: ({ cause }) => `The move is suspended: ${suspensionWords[cause]}.`,
  TransitionResumed: () => 'The move goes on.',
  TransitionRegrounded: ({ grounds }) =>
    `The move now stands on ${grounds.length === 1 ? 'another use' : `${grounds.length} uses`}.`,
  HandOffScheduled: ({ appointmentAt }, { moment }) => `Hand-off appointment: ${moment(appointmentAt)}.`,
  HandOffMissed: ({ times, reasonCode }) =>
    `Hand-off appointment not kept${times > 1 ? `, ${times} times now` : ''}: ${handOffWords[reasonCode]}.`,
  TransitionCompleted: ({ to }, { level }) => `First attended service in ${level(to)}: the level is now ${level(to)}.`,
  TransitionFailed: ({ to, reasonCode }, { level }) =>
    `The move to ${level(to)} was ended by a person: ${handOffWords[reasonCode]}. The present level continues.`,
  TransitionCancelled: ({ cause }) => `The move was cancelled: ${cancelWords[cause]}.`,
} satisfies Partial<Sentences>;
