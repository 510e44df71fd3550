import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const personSentences = {
  PregnancyRecorded: ({ from }, { day }) => t('events.person.PregnancyRecorded', { day: day(from) }),
  PregnancyEnded: ({ at }, { day }) => t('events.person.PregnancyEnded', { day: day(at) }),
  NaloxoneProvided: ({ kits, at }, { day }) => t('events.person.NaloxoneProvided', { count: kits, day: day(at) }),
  LivingSituationRecorded: ({ situation: code, safe }) => {
    const situation = t(`events.person.situations.${code}`);
    if (safe === undefined) return t('events.person.LivingSituationRecorded', { situation });
    return safe ? t('events.person.livesSafe', { situation }) : t('events.person.livesNotSafe', { situation });
  },
} satisfies Partial<Sentences>;
