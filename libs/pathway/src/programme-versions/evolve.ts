import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import { withLevelsNamed } from './level-names.ts';

export const evolveProgrammeVersion = (
  journey: OpenedJourney,
  { data, recordedAt }: CareEventOf<'MovedToProgrammeVersion'>,
): OpenedJourney => ({
  ...withLevelsNamed(journey, data.levels),
  programme: data.to,
  programmeSince: recordedAt,
});
