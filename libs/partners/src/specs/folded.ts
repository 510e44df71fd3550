import { evolve, notOpened, type CareEvent, type EventData, type EventType, type Journey } from '@stepway/pathway';

export const episodeId = '3a4f9f0e-9a3f-4b57-8f3d-0d2f5b1d7a10';
export const patientId = '7d1d1f62-53c8-4d5e-8a55-3d1c9a2b4c6e';

/** Day n of the spec, at noon. */
export const day = (n: number): string => new Date(Date.UTC(2026, 0, 1, 12) + n * 86_400_000).toISOString();

/** An event of the log. */
export const recorded = <T extends EventType>(
  type: T,
  version: number,
  at: string,
  data: EventData[T],
  id = `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`,
): CareEvent =>
  // The generic parameter ties the data to the type; the compiler cannot see it through the union.
  ({
    type,
    id,
    episodeId,
    version,
    occurredAt: at,
    recordedAt: at,
    actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
    commandId: `c${version}`,
    data,
  }) as CareEvent;

export const opened = (): readonly CareEvent[] => [
  recorded('EpisodeOpened', 1, day(0), {
    patientId,
    programme: { id: 'standard-four', version: 1 },
    siteId: 'main',
    entryLevel: 'iop',
    ageGroup: 'adult',
  }),
  recorded('Admitted', 2, day(0), { level: 'iop', attendedAt: day(0) }),
];

export const folded = (events: readonly CareEvent[]): Journey =>
  events.reduce<Journey>((journey, event) => evolve(journey, event), notOpened(episodeId));
