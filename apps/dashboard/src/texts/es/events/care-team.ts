import type { careTeam as english } from '../../en/events/care-team.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const careTeam: TranslationOf<typeof english> = {
  CareTeamAssigned: 'Equipo de atención: {{members}}.',
  nobody: 'El equipo de atención ya no tiene a nadie.',
  member: '{{staffId}} ({{role}})',
};
