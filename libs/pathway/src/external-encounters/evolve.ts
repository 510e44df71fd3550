import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { EncounterTold, ExternalEncounter } from './state.ts';

export function evolveExternalEncounters(
  journey: OpenedJourney,
  { id: eventId, recordedAt, data }: CareEventOf<'ExternalEncounterRecorded'>,
): OpenedJourney {
  const { reason: _sealed, ...fields } = data;
  const isTheSame = ({ encounterId }: ExternalEncounter): boolean => encounterId === data.encounterId;
  const told = [...(journey.externalEncounters.find(isTheSame)?.told ?? []), { ...fields, recordedAt, eventId }];
  const others = journey.externalEncounters.filter((one) => !isTheSame(one));
  return { ...journey, externalEncounters: [...others, ...asTold(told)] };
}

/** All that the tellings say, of which none contradicts another; nothing when there is none. */
export function asTold([first, ...further]: readonly EncounterTold[]): readonly ExternalEncounter[] {
  if (first === undefined) return [];
  const told = [first, ...further];
  const listed = told.find(({ drugsGiven }) => drugsGiven !== undefined);
  const { recordedAt, eventId } = first;
  return [
    {
      ...Object.assign({}, ...told),
      ...(listed && { drugsGivenAt: listed.recordedAt }),
      recordedAt,
      eventId,
      told,
    },
  ];
}
