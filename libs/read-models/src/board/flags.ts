import type { BoardRow } from '@stepway/contracts';
import type { Disposition, OpenedJourney } from '@stepway/pathway';
import { openTransition, underSuspension } from '../transition-view.ts';

export type BoardFlag = BoardRow['flags'][number];

/** Dispositions that somebody still has to settle. */
const unsettled: ReadonlySet<Disposition> = new Set([
  'awaiting-confirmation',
  'awaiting-review',
  'integrity-concern',
  'recollect',
  'pending',
]);

const holds: Readonly<Record<BoardFlag, (journey: OpenedJourney) => boolean>> = {
  'hand-off-overdue': (journey) => {
    const move = openMove(journey);
    return move?.state === 'started' && move.overdueSaid;
  },
  'proposal-escalated': (journey) => {
    const move = openMove(journey);
    return move?.state === 'proposed' && move.escalatedAt !== undefined;
  },
  'task-overdue': (journey) =>
    journey.tasks.some(({ state, escalatedAt }) => state === 'open' && escalatedAt !== undefined),
  proposal: (journey) => openMove(journey)?.state === 'proposed',
  'hand-off': (journey) => openMove(journey)?.state === 'started',
  'unsettled-result': (journey) =>
    journey.specimens.some(({ judgements }) =>
      Object.values(judgements).some(({ disposition }) => unsettled.has(disposition)),
    ),
  hold: (journey) => journey.holds.some(({ endedAt }) => endedAt === undefined),
};

/** The most urgent first, as `boardFlags` of the contracts has them. */
const order: readonly BoardFlag[] = [
  'hand-off-overdue',
  'proposal-escalated',
  'task-overdue',
  'proposal',
  'hand-off',
  'unsettled-result',
  'hold',
];

/** What asks for a person's act as far as events have said it; what a deadline adds by passing, the query adds. */
export const flagsOf = (journey: OpenedJourney): BoardFlag[] => order.filter((flag) => holds[flag](journey));

/** In the board's order. */
export const inOrder = (flags: ReadonlySet<BoardFlag>): BoardFlag[] => order.filter((flag) => flags.has(flag));

function openMove(journey: OpenedJourney) {
  const transition = openTransition(journey);
  return transition === undefined ? undefined : underSuspension(transition);
}
