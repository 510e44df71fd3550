import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';

/**
 * Offers the person a place at a level: to begin there, or to go on there (pathway §7, §8). Told again: no news.
 * Rejects: EpisodeNotOpened, EpisodeDischarged, UnknownLevel, EndsBeforeItBegins, SlotConflict.
 */
export function offerSlot(journey: Journey, command: CommandOf<'OfferSlot'>, { programme }: Context): Decision {
  const { slotId, level, startsAt, keptUntil, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.slots.find((slot) => slot.slotId === slotId);
  if (known) {
    const same = known.level === level && known.startsAt === startsAt && known.keptUntil === keptUntil;
    return same ? nothingNew : reject({ type: 'SlotConflict', slotId });
  }
  if (journey.status === 'discharged') return reject({ type: 'EpisodeDischarged' });
  if (programme.levels[level] === undefined)
    return reject({ type: 'UnknownLevel', level, levels: Object.keys(programme.levels) });
  if (startsAt <= occurredAt) return reject({ type: 'EndsBeforeItBegins', field: 'startsAt' });
  if (keptUntil !== undefined && keptUntil <= occurredAt)
    return reject({ type: 'EndsBeforeItBegins', field: 'keptUntil' });

  const data = { slotId, level, startsAt, ...(keptUntil !== undefined && { keptUntil }), ...(reason && { reason }) };
  return accept({ type: 'SlotOffered', occurredAt, data });
}

/** The person, or the level, does not take the place. Declined already: no news. Rejects: EpisodeNotOpened, UnknownSlot. */
export function declineSlot(journey: Journey, command: CommandOf<'DeclineSlot'>): Decision {
  const { slotId, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const slot = journey.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) return reject({ type: 'UnknownSlot', slotId });
  if (slot.declinedAt !== undefined) return nothingNew;

  return accept({
    type: 'SlotDeclined',
    occurredAt,
    data: { slotId, level: slot.level, ...(reason && { reason }) },
  });
}
