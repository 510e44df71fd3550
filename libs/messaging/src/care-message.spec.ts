import { eventData, type Upcasts } from '@stepway/contracts';
import type { CareEvent } from '@stepway/pathway';
import { Kafka as Binding } from 'cloudevents';
import { careMessage, NotACareEvent, readCareMessage } from './care-message.ts';
import type { ReceivedMessage } from './messaging.ts';

const event: CareEvent = {
  type: 'HoldReleased',
  id: '0199c0de-0000-5000-8000-000000000001',
  episodeId: '0199c0de-0000-8000-8000-000000000002',
  version: 17,
  occurredAt: '2026-11-20T09:10:00.000Z',
  recordedAt: '2026-11-21T16:02:00.120Z',
  commandId: 'c1',
  causedBy: '0199c0de-0000-5000-8000-000000000003',
  actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
  data: { holdId: 'h1', cause: 'released', reason: { sealed: 'kid.nonce.text' } },
};
const published = { event, position: 281n, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

const local = { deployment: 'local', publicUrl: 'https://stepway.example' };

const received = (change: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  partition: 3,
  offset: 7n,
  ...careMessage(published, local),
  ...change,
});

describe('a care event on its way to Kafka', () => {
  it('has the headers of interfaces.md §2, and only texts', () => {
    expect(careMessage(published, local).headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: '/stepway/local',
      ce_type: 'stepway.care.hold-released.v1',
      ce_subject: event.episodeId,
      ce_time: '2026-11-20T09:10:00.000Z',
      ce_dataschema: 'https://stepway.example/schemas/stepway.care.hold-released.v1.json',
      ce_sequence: '0000000017',
      ce_position: '281',
      ce_recordedtime: '2026-11-21T16:02:00.120Z',
      ce_correlationid: 'c1',
      ce_causationid: event.causedBy,
      ce_traceparent: published.traceparent,
      ce_actorid: 'staff-1',
      ce_actorkind: 'person',
      ce_actorrole: 'coordinator',
    });
  });

  it('leaves out what it does not have', () => {
    const { causedBy: _, ...rest } = event;
    const { headers } = careMessage({ event: rest, position: 1n }, local);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['ce_causationid']));
    expect(Object.values(headers)).not.toContain('undefined');
  });

  it('goes under the key of its journey, its data as the value', () => {
    const { key, value } = careMessage(published, local);
    expect({ key, data: JSON.parse(value.toString()) }).toEqual({ key: event.episodeId, data: event.data });
  });

  it('is a CloudEvent to other programs', () => {
    const { headers, value } = careMessage(published, local);
    const message = { headers, value, body: value };
    const seen = Binding.toEvent(message);
    expect(seen).toMatchObject({ id: event.id, type: 'stepway.care.hold-released.v1', subject: event.episodeId });
  });
});

describe('a record of the care topic', () => {
  it('gives back the event that was sent', () => {
    expect(readCareMessage(received())).toEqual({ event, position: 281n });
  });

  it('of an older version is read in today’s shape', () => {
    const chains: Upcasts = {
      HoldReleased: [{ data: eventData.HoldReleased, up: (data) => ({ ...data, cause: 'released' }) }],
    };
    const older = received({ value: Buffer.from('{"holdId":"h1"}') });
    expect(readCareMessage(older, chains).event).toMatchObject({
      type: 'HoldReleased',
      data: { holdId: 'h1', cause: 'released' },
    });
    const today = received({ headers: { ...received().headers, ce_type: 'stepway.care.hold-released.v2' } });
    expect(readCareMessage(today, chains)).toEqual({ event, position: 281n });
    expect(() => readCareMessage(today)).toThrow(NotACareEvent);
  });

  it.each([
    ['without a header', { headers: {} }],
    ['of an unknown type', { headers: { ...received().headers, ce_type: 'stepway.care.unknown.v1' } }],
    ['with a version that is no figure', { headers: { ...received().headers, ce_sequence: 'x' } }],
    ['that is not JSON', { value: Buffer.from('canary {') }],
    ['that is empty', { value: null }],
  ])('%s is refused by its place, without its content', (_, change) => {
    expect(() => readCareMessage(received(change))).toThrow(NotACareEvent);
    expect(() => readCareMessage(received(change))).not.toThrow(/canary/);
    expect(() => readCareMessage(received(change))).toThrow(/3\/7/);
  });
});
