import type { Sealed } from '../sealed.ts';
import type { SlotCommands } from './commands.ts';

export interface SlotEvents {
  SlotOffered: SlotCommands['OfferSlot'] & { readonly reason?: Sealed };
  SlotDeclined: SlotCommands['DeclineSlot'] & { readonly level: string; readonly reason?: Sealed };
}

export const slotEventTypes = ['SlotOffered', 'SlotDeclined'] as const satisfies readonly (keyof SlotEvents)[];
