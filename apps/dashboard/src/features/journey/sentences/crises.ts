import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import type { Sentences } from './telling.ts';

export const crisisSentences = {
  CrisisRaised: ({ kind: code, actions }) => {
    const kind = t(`events.crises.kinds.${code}`);
    return actions.length === 0
      ? t('events.crises.CrisisRaised', { kind })
      : t('events.crises.raisedDone', { kind, actions: done(actions) });
  },
  CrisisResolved: ({ actions }) =>
    actions.length === 0
      ? t('events.crises.CrisisResolved')
      : t('events.crises.resolvedDone', { actions: done(actions) }),
} satisfies Partial<Sentences>;

const done = (actions: DataOf<'CrisisResolved'>['actions']) =>
  listInWords(actions.map((action) => t(`events.crises.actions.${action}`)));
