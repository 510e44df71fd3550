import type { NewEventOf } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import { plusHours, type Instant } from '../time.ts';
import { urgentBeside } from '../medications/explains.ts';
import type { DrugClass, TransitionKind } from '../vocabulary.ts';
import { levelOf } from './level-of.ts';

/** Transitions and decisions are numbered through the episode, so that the same state gives the same ids. */
export const nextTransitionId = (journey: OpenedJourney): string =>
  `${journey.episodeId}.t${journey.transitionCount + 1}`;
/** Whether a move of this episode, whatever became of it, has this id. */
export const wasNumbered = ({ episodeId, transitionCount }: OpenedJourney, transitionId: string): boolean =>
  Array.from({ length: transitionCount }, (_, index) => `${episodeId}.t${index + 1}`).includes(transitionId);
export const nextDecisionId = (journey: OpenedJourney): string => `${journey.episodeId}.d${journey.decisionCount + 1}`;

/** By how much support the two levels give. */
export function kindOfMove(from: Level, to: Level): TransitionKind {
  if (to.rank === from.rank) return 'lateral';
  return to.rank > from.rank ? 'step-up' : 'step-down';
}

/**
 * Whether a move stands on a use that must not wait: opioids, fentanyl (pathway §5, §8), and what is urgent beside a
 * medication that was taken (any opioid beside naltrexone, clinical-defaults §2).
 */
export const isUrgent = (journey: OpenedJourney, useIds: readonly string[], programme: Programme): boolean =>
  journey.uses.some(({ useId, drugClasses, at }) => {
    if (!useIds.includes(useId)) return false;
    const urgent = [...programme.stepUp.urgentClasses, ...urgentBeside(journey.medications, at, programme)];
    return drugClasses.some((drugClass) => urgent.includes(drugClass));
  });

/** Whether one of these uses is of one of these classes. */
export const isOf = ({ uses }: OpenedJourney, useIds: readonly string[], classes: readonly DrugClass[]): boolean =>
  uses.some(
    ({ useId, drugClasses }) => useIds.includes(useId) && drugClasses.some((drugClass) => classes.includes(drugClass)),
  );

interface Move {
  readonly transitionId: string;
  readonly kind: TransitionKind;
  readonly from: string;
  readonly to: string;
  readonly grounds: readonly string[];
  readonly reverses?: string;
}

/** A move begins: the clock of its hand-off runs from now (pathway §8). */
export function transitionStarted(
  journey: Active,
  move: Move,
  programme: Programme,
  now: Instant,
): NewEventOf<'TransitionStarted'> {
  const { transitionId, kind, from, to, grounds, reverses } = move;
  const deadline = handOffDeadline(journey, move, programme, now);
  const data = { transitionId, kind, from, to, grounds, ...deadline, ...(reverses !== undefined && { reverses }) };
  return { type: 'TransitionStarted', occurredAt: now, data };
}

/** By when the person should have been seen at the next level, counted from `now`. */
export function handOffDeadline(
  journey: Active,
  { kind, from, to, grounds }: Pick<Move, 'kind' | 'from' | 'to' | 'grounds'>,
  programme: Programme,
  now: Instant,
): { handOffDueAt: Instant; targetAt?: Instant } {
  if (kind === 'step-up') {
    const { handOffHours, urgentHandOffHours } = programme.stepUp;
    return {
      handOffDueAt: plusHours(now, handOffHours),
      ...(isUrgent(journey, grounds, programme) && { targetAt: plusHours(now, urgentHandOffHours) }),
    };
  }
  const { handOffHoursAfter, handOffTargetHoursAfter, handOffHoursTo } = levelOf(programme, from);
  const own = handOffHoursTo?.[to];
  if (own !== undefined) return { handOffDueAt: plusHours(now, own) };
  return {
    handOffDueAt: plusHours(now, handOffHoursAfter),
    ...(handOffTargetHoursAfter !== undefined && { targetAt: plusHours(now, handOffTargetHoursAfter) }),
  };
}
