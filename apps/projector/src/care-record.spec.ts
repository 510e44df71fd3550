import { careMessage } from '@stepway/messaging';
import type { CareEvent } from '@stepway/pathway';
import { careRecord } from './care-record.ts';

const opened = {
  ...{ patientId: '10000000-0000-4000-8000-000000000000', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' },
  programme: { id: 'standard-four', version: 1 },
} as const;

/** The record as a relay of another build sends it. */
const record = (data: object) => {
  const event = {
    ...{ type: 'EpisodeOpened', id: '20000000-0000-4000-8000-000000000000', version: 1, commandId: 'c1' },
    episodeId: '30000000-0000-4000-8000-000000000000',
    ...{ occurredAt: '2026-11-20T10:00:00.000Z', recordedAt: '2026-11-20T10:00:01.000Z', data },
    actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
  } as unknown as CareEvent;
  const { key, value, headers } = careMessage(
    { event, position: 7n },
    { deployment: 'spec', publicUrl: 'http://spec' },
  );
  return careRecord({ partition: 0, offset: 3n, key, value, headers });
};

describe('a record that a newer build sent', () => {
  it('is projected without what is not known yet, also inside', () => {
    const programme = { ...opened.programme, edition: 'of a later release' };
    const { incoming } = record({ ...opened, programme, later: true });
    expect(incoming.content).toMatchObject({ event: { type: 'EpisodeOpened', data: opened } });
  });

  it('parks its journey where something that is needed is not there', () => {
    const { incoming } = record({ ...opened, programme: { id: 'standard-four' } });
    expect(incoming.content).toMatchObject({ unreadable: { reason: 'NOT_BY_CONTRACT', version: 1 } });
  });
});
