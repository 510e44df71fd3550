import { listInWords } from '../../../texts/in-language.ts';
import { crisisActionWords, crisisWords } from '../words/crises.ts';
import type { DataOf } from '../care-events.ts';
import type { Sentences } from './telling.ts';

export const crisisSentences = {
  CrisisRaised: ({ kind, actions }) => `Crisis: ${crisisWords[kind]}${done(actions)}.`,
  CrisisResolved: ({ actions }) => `The crisis is over for now${done(actions)}.`,
} satisfies Partial<Sentences>;

const done = (actions: DataOf<'CrisisResolved'>['actions']) =>
  actions.length === 0 ? '' : `; ${listInWords(actions.map((action) => crisisActionWords[action]))}`;
