import { eventData, type Upcasts } from '@stepway/contracts';
import { UnreadableEvent } from '../errors.ts';
import { careEvent, type EventRow } from './row.ts';

const moment = '2026-11-20T09:10:00.000Z';
const row = (change: Partial<EventRow> = {}): EventRow => ({
  ...{ episode_id: 'e1', version: '7', event_id: 'id-7', command_id: 'c1', index: 0, command_hash: Buffer.alloc(0) },
  ...{ type: 'HoldReleased', schema_version: 1, data: { holdId: 'h1', cause: 'released' }, hash: Buffer.alloc(0) },
  metadata: { actor: { id: 'staff-1', kind: 'person', role: 'nurse' } },
  ...{ occurred_at: moment, recorded_at: moment, stored_at: moment },
  ...change,
});
/** A made-up past. */
const chains: Upcasts = {
  HoldReleased: [{ data: eventData.HoldReleased, up: (data) => ({ ...data, cause: 'released' }) }],
};

describe('an event that is read from the log', () => {
  it('is in today’s shape, whichever version it was written in', () => {
    const older = row({ data: { holdId: 'h1' } });
    expect(careEvent(older, chains).data).toEqual({ holdId: 'h1', cause: 'released' });
    expect(careEvent(row({ schema_version: 2 }), chains).data).toEqual(careEvent(row()).data);
  });

  it('is not guessed at where this build does not know its version or its type', () => {
    expect(() => careEvent(row({ schema_version: 2 }))).toThrow(UnreadableEvent);
    expect(() => careEvent(row({ type: 'HoldForgotten' }))).toThrow(UnreadableEvent);
  });
});
