import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const careTeamSentences = {
  CareTeamAssigned: ({ members }, telling) =>
    members.length === 0
      ? t('events.careTeam.nobody')
      : t('events.careTeam.CareTeamAssigned', {
          members: listInWords(
            members.map(({ role, staffId }) =>
              t('events.careTeam.member', { role: telling.role(role), staffId: telling.staff(staffId) }),
            ),
          ),
        }),
} satisfies Partial<Sentences>;
