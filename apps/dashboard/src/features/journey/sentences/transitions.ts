import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import { consideredInWords } from '../../../marks/considered.ts';
import type { Sentences, Telling } from './telling.ts';

export const transitionSentences = {
  TransitionConsidered: (data) => consideredInWords(data),
  TransitionProposed: ({ kind, from, to, deadlineAt, atDeadline }, { level, moment }) =>
    t('events.transitions.TransitionProposed', {
      move: t(`events.transitions.moves.${kind}`),
      from: level(from),
      to: level(to),
      moment: moment(deadlineAt),
      atDeadline: t(`events.transitions.atDeadline.${atDeadline}`),
    }),
  TransitionApproved: () => t('events.transitions.TransitionApproved'),
  TransitionDeclined: () => t('events.transitions.TransitionDeclined'),
  TransitionLapsed: () => t('events.transitions.TransitionLapsed'),
  TransitionEscalated: ({ cause }) =>
    t('events.transitions.TransitionEscalated', { cause: t(`events.transitions.escalations.${cause}`) }),
  TransitionStarted: (data, telling) => started(data, telling),
  TransitionSuspended: ({ cause }) =>
    t('events.transitions.TransitionSuspended', { cause: t(`events.transitions.suspensions.${cause}`) }),
  TransitionResumed: () => t('events.transitions.TransitionResumed'),
  TransitionRegrounded: ({ grounds }) => t('events.transitions.TransitionRegrounded', { count: grounds.length }),
  HandOffScheduled: ({ appointmentAt }, { moment }) =>
    t('events.transitions.HandOffScheduled', { moment: moment(appointmentAt) }),
  HandOffMissed: ({ times, reasonCode }) => {
    const reason = t(`events.transitions.handOffs.${reasonCode}`);
    return times > 1
      ? t('events.transitions.missedAgain', { times, reason })
      : t('events.transitions.HandOffMissed', { reason });
  },
  TransitionCompleted: ({ to }, { level }) => t('events.transitions.TransitionCompleted', { level: level(to) }),
  TransitionFailed: ({ to, reasonCode }, { level }) =>
    t('events.transitions.TransitionFailed', {
      level: level(to),
      reason: t(`events.transitions.handOffs.${reasonCode}`),
    }),
  TransitionCancelled: ({ cause }) =>
    t('events.transitions.TransitionCancelled', { cause: t(`events.transitions.cancelled.${cause}`) }),
} satisfies Partial<Sentences>;

function started(
  { kind, from, to, handOffDueAt, reasonCode }: DataOf<'TransitionStarted'>,
  { level, moment, byPerson }: Telling,
): string {
  const move = {
    move: t(`events.transitions.moves.${kind}`),
    from: level(from),
    to: level(to),
    moment: moment(handOffDueAt),
  };
  if (reasonCode !== undefined)
    return t('events.transitions.startedForReason', {
      ...move,
      reason: t(`events.transitions.reasons.${reasonCode}`),
    });
  return byPerson ? t('events.transitions.startedByPerson', move) : t('events.transitions.startedByItself', move);
}
