import type { Examples } from './example.ts';
import { at } from './values.ts';

export const slotExamples = {
  SlotOffered: [
    { slotId: 's1', level: 'iop', startsAt: at, keptUntil: at },
    'A place in IOP is offered from [moment], kept until [moment].',
  ],
  SlotDeclined: [{ slotId: 's1', level: 'iop' }, 'The place in IOP is not taken.'],
} satisfies Partial<Examples>;
