import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const slotSentences = {
  SlotOffered: ({ level: id, startsAt, keptUntil }, { level, moment }) => {
    const place = { level: level(id), from: moment(startsAt) };
    return keptUntil === undefined
      ? t('events.slots.SlotOffered', place)
      : t('events.slots.keptUntil', { ...place, until: moment(keptUntil) });
  },
  SlotDeclined: ({ level: id }, { level }) => t('events.slots.SlotDeclined', { level: level(id) }),
} satisfies Partial<Sentences>;
