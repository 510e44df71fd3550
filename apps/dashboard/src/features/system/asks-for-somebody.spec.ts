import type { SystemView } from '@stepway/contracts';
import { speak } from '../../texts/texts.ts';
import { asksForSomebody } from './asks-for-somebody.ts';

const well: SystemView = {
  at: '2026-11-20T10:00:00.000Z',
  lag: { readMs: 40, runMs: 0, writerMs: 0 },
  positions: { log: 9, relay: 9, projector: 9 },
  relaySeenAt: null,
  partitions: { known: 12, behind: 0, behindSince: null },
  servers: [
    { name: 'postgres', up: true, ms: 2 },
    { name: 'kafka', up: true, ms: 2 },
    { name: 'temporal', up: true, ms: 2 },
  ],
  parked: { journeys: 0, records: 0, items: [] },
  readModels: ['board'],
  filling: [],
  verify: null,
};
const finding = { invariant: 'I5', title: 'Read models = fold of the log', checked: 8, breaches: ['board_row'] };

describe('the system', () => {
  beforeAll(() => speak('en'));

  it('asks for nobody while everything keeps up', () => {
    expect(asksForSomebody(well)).toEqual([]);
  });

  it('says what asks for somebody, the worst first', () => {
    const ill: SystemView = {
      ...well,
      lag: { readMs: 4_200, runMs: 130_000, writerMs: 0 },
      servers: well.servers.map((server) => ({ ...server, up: server.name === 'postgres' })),
      parked: { journeys: 2, records: 7, items: [] },
      filling: [{ model: 'worklist', journeys: 3, of: 9, movedAt: null, trouble: null }],
      verify: { at: well.at, findings: [finding, { ...finding, breaches: [] }] },
    };
    expect(asksForSomebody(ill)).toEqual([
      'Kafka and Temporal do not answer',
      '1 invariant was broken at the last check',
      '2 journeys are parked',
      '1 read model is being filled',
      'the boards are 4\u00a0s behind the log',
      'a journey waits for its run since 2\u00a0min',
    ]);
  });

  it('says that partitions are behind where the lag does not say it yet', () => {
    expect(asksForSomebody({ ...well, partitions: { known: 12, behind: 3, behindSince: well.at } })).toEqual([
      '3 partitions are behind',
    ]);
  });
});
