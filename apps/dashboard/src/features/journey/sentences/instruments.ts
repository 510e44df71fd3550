import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const instrumentSentences = {
  InstrumentScored: ({ instrument, score, severity, subscales = [], suicideItem }) => {
    const parts = [
      score === undefined ? [] : `${score}`,
      severity === undefined ? [] : t(`events.instruments.severities.${severity}`),
      subscales.map(({ scale, score: points, needsAttention }) =>
        t(`events.instruments.${needsAttention ? 'subscaleNeedsAttention' : 'subscale'}`, {
          scale: t(`events.instruments.subscales.${scale}`),
          points,
        }),
      ),
      suicideItem ? t('events.instruments.suicideItem') : [],
    ].flat();
    return t('events.instruments.InstrumentScored', {
      instrument: t(`events.instruments.names.${instrument}`),
      parts: parts.join(', '),
    });
  },
} satisfies Partial<Sentences>;
