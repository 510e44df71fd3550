import type { Instant } from '../time.ts';

export interface SlotCommands {
  OfferSlot: {
    readonly slotId: string;
    readonly level: string;
    /** The first service there. */
    readonly startsAt: Instant;
    /** Kept free until then; without it until it starts. */
    readonly keptUntil?: Instant;
  };
  DeclineSlot: { readonly slotId: string };
}

export const slotCommandTypes = ['OfferSlot', 'DeclineSlot'] as const satisfies readonly (keyof SlotCommands)[];
