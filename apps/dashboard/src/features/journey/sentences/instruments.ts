import { instrumentWords, severityWords, subscaleWords } from '../words/instruments.ts';
import type { Sentences } from './telling.ts';

export const instrumentSentences = {
  InstrumentScored: ({ instrument, score, severity, subscales, suicideItem }) => {
    const parts = [
      score === undefined ? [] : `${score}`,
      severity === undefined ? [] : severityWords[severity],
      (subscales ?? []).map(
        ({ scale, score: points, needsAttention }) =>
          `${subscaleWords[scale]} ${points}${needsAttention ? ' (needs attention)' : ''}`,
      ),
      suicideItem ? 'an answer about suicide needs somebody now' : [],
    ].flat();
    return `${instrumentWords[instrument]}: ${parts.join(', ')}.`;
  },
} satisfies Partial<Sentences>;
