import { t } from '../../../texts/texts.ts';
import { factName } from './fact-name.ts';
import type { Sentences } from './telling.ts';

export const withdrawnFactSentences = {
  FactWithdrawn: ({ fact, reasonCode }) =>
    t('events.withdrawnFacts.FactWithdrawn', {
      reason: t(`events.withdrawnFacts.reasons.${reasonCode}`),
      fact: factName(fact),
    }),
} satisfies Partial<Sentences>;
