import { CallerId, Code, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const slotBodies = {
  OfferSlot: command({ slotId: CallerId, level: Code, startsAt: Instant, keptUntil: Instant.optional() }),
  DeclineSlot: command({ slotId: CallerId }),
};

export const slotFreeText = {};
