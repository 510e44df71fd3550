import type { OpenedJourney } from '../journey.ts';
import { waitsUntil, type Slot } from '../slots/state.ts';
import type { OpenTransition, StartedTransition } from '../transitions/state.ts';

/** The move that waits for a place. */
export function waitingMove(journey: OpenedJourney): StartedTransition | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  return open?.state === 'started' && open.waitingSince !== undefined ? open : undefined;
}

/** Whether an open move is without a place, also while it is suspended. */
export function isWithoutPlace(open: OpenTransition): boolean {
  const begun = open.state === 'suspended' ? open.before : open;
  return begun.state === 'started' && begun.waitingSince !== undefined;
}

/** The level for which the person waits, if they do. */
export const waitsFor = (journey: OpenedJourney): string | undefined =>
  journey.status === 'referred' ? journey.entryLevel : waitingMove(journey)?.to;

/** The place at this level that is kept for the person, as far as the journey has come; the last one offered. */
export const keptPlace = ({ slots, recordedAt }: OpenedJourney, level: string, from = 0): Slot | undefined =>
  slots
    .slice(from)
    .findLast((slot) => slot.level === level && slot.declinedAt === undefined && waitsUntil(slot) > recordedAt);
