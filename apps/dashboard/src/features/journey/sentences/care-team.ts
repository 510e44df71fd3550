import { listInWords } from '../../../texts/in-language.ts';
import type { Sentences } from './telling.ts';

export const careTeamSentences = {
  CareTeamAssigned: ({ members }, telling) =>
    members.length === 0
      ? 'The care team has nobody any more.'
      : `Care team: ${listInWords(members.map(({ role, staffId }) => `${telling.role(role)} ${staffId}`))}.`,
} satisfies Partial<Sentences>;
