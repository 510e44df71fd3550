import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export const evolveCareTeam = (
  journey: OpenedJourney,
  { data: { members } }: CareEventOf<'CareTeamAssigned'>,
): OpenedJourney => ({ ...journey, careTeam: members });
