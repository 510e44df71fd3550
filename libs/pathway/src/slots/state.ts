import { earlierOf, type Instant } from '../time.ts';
import type { SlotCommands } from './commands.ts';

/** A place at a level, offered to this person. */
export type Slot = SlotCommands['OfferSlot'] & {
  readonly offeredAt: Instant;
  readonly recordedAt: Instant;
  readonly eventId: string;
  readonly declinedAt?: Instant;
};

export interface SlotsState {
  /** In the order in which they were offered. */
  readonly slots: readonly Slot[];
}

export const noSlots: SlotsState = { slots: [] };

/** Until when a place waits for the person: it is kept so long, and no longer than to its beginning. */
export const waitsUntil = ({ startsAt, keptUntil }: Slot): Instant =>
  keptUntil === undefined ? startsAt : earlierOf(startsAt, keptUntil);
