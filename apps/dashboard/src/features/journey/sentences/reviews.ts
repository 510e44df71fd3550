import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const reviewSentences = {
  ReviewDue: ({ level: at, inCareDays }, { level }) =>
    t('events.reviews.ReviewDue', { level: level(at), count: inCareDays }),
} satisfies Partial<Sentences>;
