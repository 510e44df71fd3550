import { NotAPartnerEvent, partnerEvent, seenEvents } from './partner-events.ts';

const attributes = {
  ...{ specversion: '1.0', id: 'id-1', source: '/stepway/local', type: 'stepway.partner.transition-started.v1' },
  ...{ subject: 'somebody', time: '2026-11-20T09:10:00.000Z', sequence: '0000000007', position: '41' },
  ...{ consentversion: '2', later: 'attribute' },
};
const event = (change: Partial<typeof attributes> = {}) => partnerEvent({ ...attributes, ...change }, { to: 'iop' });

describe('an event that a partner is told', () => {
  it('is known by its name, and keeps what this release does not know', () => {
    const read = partnerEvent(attributes, { to: 'iop', later: { field: 1 } });
    expect(read).toEqual({
      ...attributes,
      event: 'TransitionStarted',
      consentversion: 2,
      data: { to: 'iop', later: { field: 1 } },
    });
    // By the name the compiler knows the data.
    expect(read.event === 'TransitionStarted' && read.data.to).toBe('iop');
  });

  it('may be the end of a consent, or one that comes with a later release', () => {
    expect(event({ type: 'stepway.partner.consent-ended.v1' }).event).toBe('ConsentEnded');
    expect(event({ type: 'stepway.partner.transition-started.v2' }).event).toBe('Other');
    expect(event({ type: 'stepway.partner.constructor.v1' }).event).toBe('Other');
  });

  it.each(['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence', 'position'])('has its %s', (name) =>
    expect(() => partnerEvent({ ...attributes, [name]: undefined }, {})).toThrow(NotAPartnerEvent),
  );

  it('is a CloudEvent 1.0 with data', () => {
    expect(() => event({ specversion: '0.3' })).toThrow(NotAPartnerEvent);
    expect(() => partnerEvent(attributes, 'words')).toThrow(NotAPartnerEvent);
  });
});

describe('events that come again', () => {
  it('are known by the place of their person', () => {
    const seen = seenEvents();
    const come = (sequence: string, id: string, subject = 'somebody'): boolean => {
      const one = event({ sequence, id, subject });
      const known = seen.has(one);
      seen.add(one);
      return known;
    };
    expect([come('0000000007', 'a'), come('0000000007', 'a'), come('0000000007', 'the end of the consent')]).toEqual([
      false,
      true,
      false,
    ]);
    expect([come('0000000009', 'b'), come('0000000007', 'a'), come('0000000008', 'c')]).toEqual([false, true, true]);
    expect(come('0000000001', 'd', 'somebody else')).toBe(false);
  });
});
