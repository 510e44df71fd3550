import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const holdSentences = {
  HoldPlaced: ({ until }, { moment }) => t('events.holds.HoldPlaced', { until: moment(until) }),
  HoldReleased: ({ cause }) => (cause === 'ended' ? t('events.holds.ended') : t('events.holds.HoldReleased')),
} satisfies Partial<Sentences>;
