import { earlierOf, type CareEvent, type OpenedJourney, type StartedTransition } from '@stepway/pathway';
import type { Step } from '../../change.ts';
import { openTransition, underSuspension } from '../../transition-view.ts';
import type { MoveRow } from './table.ts';

/** Which moves were started, and did the person arrive? A row when a move begins and when it ends. */
export function projectMoves({ event, before, after }: Step): readonly MoveRow[] {
  const was = before.status === 'not-opened' ? undefined : startedMove(before);
  const is = startedMove(after);
  return [
    ...(was !== undefined && was.transitionId !== is?.transitionId ? [ended(was, event, after)] : []),
    ...(is !== undefined && is.transitionId !== was?.transitionId ? [row(is, after)] : []),
  ];
}

/** Proposals are none: nobody is on the way. */
function startedMove(journey: OpenedJourney): StartedTransition | undefined {
  const open = openTransition(journey);
  const move = open && underSuspension(open);
  return move?.state === 'started' ? move : undefined;
}

const row = (move: StartedTransition, journey: OpenedJourney): MoveRow => ({
  episode_id: journey.episodeId,
  transition_id: move.transitionId,
  site_id: journey.siteId,
  programme: journey.programme.id,
  kind: move.kind,
  by: move.by,
  from_level: move.from,
  to_level: move.to,
  started_at: move.startedAt,
  arrived_at: null,
  ended_at: null,
  ended_by: null,
});

function ended(move: StartedTransition, event: CareEvent, after: OpenedJourney): MoveRow {
  const made = after.completedTransitions.find(({ transitionId }) => transitionId === move.transitionId);
  if (made === undefined) return { ...row(move, after), ended_at: event.occurredAt, ended_by: endedBy(event) };
  // A first service may have been told before the move was on record.
  return { ...row(move, after), started_at: earlierOf(move.startedAt, made.completedAt), arrived_at: made.completedAt };
}

const endedBy = (event: CareEvent): string => (event.type === 'TransitionCancelled' ? event.data.cause : 'failed');
