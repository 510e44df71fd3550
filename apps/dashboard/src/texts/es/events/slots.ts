import type { slots as english } from '../../en/events/slots.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const slots: TranslationOf<typeof english> = {
  SlotOffered: 'Se ofrece una plaza en {{level}} desde {{from}}.',
  keptUntil: 'Se ofrece una plaza en {{level}} desde {{from}}, reservada hasta {{until}}.',
  SlotDeclined: 'No se toma la plaza en {{level}}.',
};
