import type { NewEventOf } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Level, Programme } from '../programme/programme.ts';
import { plusHours, type Instant } from '../time.ts';
import type { DrugClass, TransitionKind } from '../vocabulary.ts';
import { levelOf } from './level-of.ts';

/** Transitions and decisions are numbered through the episode, so that the same state gives the same ids. */
export const nextTransitionId = (journey: OpenedJourney): string =>
  `${journey.episodeId}.t${journey.transitionCount + 1}`;
export const nextDecisionId = (journey: OpenedJourney): string => `${journey.episodeId}.d${journey.decisionCount + 1}`;

/** By how much support the two levels give. */
export function kindOfMove(from: Level, to: Level): TransitionKind {
  if (to.rank === from.rank) return 'lateral';
  return to.rank > from.rank ? 'step-up' : 'step-down';
}

export function classesOf(journey: OpenedJourney, useIds: readonly string[]): readonly DrugClass[] {
  return journey.uses.filter((use) => useIds.includes(use.useId)).flatMap((use) => use.drugClasses);
}

interface Move {
  readonly transitionId: string;
  readonly kind: TransitionKind;
  readonly from: string;
  readonly to: string;
  readonly grounds: readonly string[];
}

/** A move begins: the clock of its hand-off runs from now (pathway §8). */
export function transitionStarted(
  journey: Active,
  move: Move,
  programme: Programme,
  now: Instant,
): NewEventOf<'TransitionStarted'> {
  const { transitionId, kind, from, to, grounds } = move;
  const deadline = handOffDeadline(journey, move, programme, now);
  return { type: 'TransitionStarted', occurredAt: now, data: { transitionId, kind, from, to, grounds, ...deadline } };
}

function handOffDeadline(
  journey: Active,
  { kind, from, grounds }: Move,
  programme: Programme,
  now: Instant,
): { handOffDueAt: Instant; targetAt?: Instant } {
  if (kind === 'step-up') {
    const { handOffHours, urgentHandOffHours, urgentClasses } = programme.stepUp;
    const urgent = classesOf(journey, grounds).some((drugClass) => urgentClasses.includes(drugClass));
    return {
      handOffDueAt: plusHours(now, handOffHours),
      ...(urgent && { targetAt: plusHours(now, urgentHandOffHours) }),
    };
  }
  const { handOffHoursAfter, handOffTargetHoursAfter } = levelOf(programme, from);
  return {
    handOffDueAt: plusHours(now, handOffHoursAfter),
    ...(handOffTargetHoursAfter !== undefined && { targetAt: plusHours(now, handOffTargetHoursAfter) }),
  };
}
