import type { BoardRow } from '@stepway/contracts';
import { openCrisis, openLeave, type Disposition, type OpenedJourney } from '@stepway/pathway';
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
  crisis: (journey) => openCrisis(journey) !== undefined && journey.death === undefined,
  'hand-off-overdue': (journey) => {
    const move = openMove(journey);
    return move?.state === 'started' && move.overdueSaid;
  },
  'proposal-escalated': (journey) => {
    const move = openMove(journey);
    return move?.state === 'proposed' && move.escalatedAt !== undefined;
  },
  'leave-overdue': notBackFromLeave,
  'task-overdue': (journey) =>
    journey.tasks.some(({ state, escalatedAt }) => state === 'open' && escalatedAt !== undefined),
  proposal: (journey) => openMove(journey)?.state === 'proposed',
  'second-person': (journey) => journey.status === 'active' && journey.terminationRequest !== undefined,
  'hand-off': (journey) => openMove(journey)?.state === 'started',
  'unsettled-result': (journey) =>
    journey.specimens.some(({ judgements }) =>
      Object.values(judgements).some(({ disposition }) => unsettled.has(disposition)),
    ),
  hold: (journey) => journey.holds.some(({ endedAt }) => endedAt === undefined),
};

/** The most urgent first, as `boardFlags` of the contracts has them. */
const order: readonly BoardFlag[] = [
  'crisis',
  'hand-off-overdue',
  'proposal-escalated',
  'leave-overdue',
  'task-overdue',
  'proposal',
  'second-person',
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

/** So late that a call was asked for, whether it was made or not; a return that is expected later now starts anew. */
function notBackFromLeave(journey: OpenedJourney): boolean {
  const leave = journey.status === 'active' ? openLeave(journey) : undefined;
  const expectedAt = leave?.expectedReturnAt;
  if (leave === undefined || expectedAt === undefined) return false;
  return journey.tasks.some(
    ({ kind, subject, openedAt }) => kind === 'safety-call' && subject === leave.leaveId && openedAt > expectedAt,
  );
}
