import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const waitingSentences = {
  EpisodeWaitlisted: ({ level: at, priority, requestedAt }, { level, day }) =>
    t('events.waiting.EpisodeWaitlisted', {
      level: level(at),
      day: day(requestedAt),
      priority: t(`events.waiting.priorities.${priority}`),
    }),
  InterimServiceRecorded: ({ services }) =>
    t('events.waiting.InterimServiceRecorded', {
      services: listInWords(services.map((service) => t(`events.waiting.services.${service}`))),
    }),
  TransitionWaitlisted: ({ level: at }, { level }) => t('events.waiting.TransitionWaitlisted', { level: level(at) }),
  TransitionPlaceFound: ({ handOffDueAt }, { moment }) =>
    t('events.waiting.TransitionPlaceFound', { moment: moment(handOffDueAt) }),
} satisfies Partial<Sentences>;
