import { plusHours } from '@stepway/pathway';
import { itemsOf } from '../specs/items.ts';
import { admitted, day, discharged, said, type Lived } from '../specs/lived.ts';

const missedSession = (life: Lived, days: number): Lived =>
  life.says({
    type: 'RecordSession',
    ...said(plusHours(day(days), 2)),
    sessionId: `s-${days}`,
    sessionType: 'group',
    startedAt: day(days),
    minutes: 90,
    attendance: 'missed',
  });

const followUps = (life: Lived) => itemsOf(life, 'follow-ups').map(({ state, item_id }) => [state, item_id]);

describe('after a discharge', () => {
  it('each point has its window, until it is answered', () => {
    const life = discharged(admitted('ada'), 20);
    expect(followUps(life)).toEqual([30, 90, 180, 365].map((days) => ['follow-up', `follow-up.1.day-${days}`]));
    const [first] = itemsOf(life, 'follow-ups');
    expect([first?.opens_at, first?.due_at, first?.closes_at].map((at) => Number(at !== undefined))).toEqual([1, 1, 1]);
    expect((first?.opens_at ?? '') < (first?.due_at ?? '') && (first?.due_at ?? '') < (first?.closes_at ?? '')).toBe(
      true,
    );

    const asks = (contact: 'reached' | 'not-reached', days: number) =>
      life.says({ type: 'RecordFollowUp', ...said(day(days)), point: 30, contactedAt: day(days), contact });
    expect(itemsOf(asks('not-reached', 50), 'follow-ups')[0]?.row).toMatchObject({
      point: { days: 30, attempts: 1 },
      lastAttempt: { at: day(50), channel: null, came: 'not-reached' },
      task: { kind: 'follow-up' },
      dischargedAt: day(20),
    });
    expect(followUps(asks('reached', 51)).map(([, id]) => id)).toEqual([
      'follow-up.1.day-90',
      'follow-up.1.day-180',
      'follow-up.1.day-365',
    ]);
  });

  it('nobody is called about somebody who died', () => {
    const life = discharged(admitted('ada'), 20).says({
      type: 'RecordDeath',
      ...said(day(25)),
      at: day(24),
      cause: 'not-known',
    });
    expect(followUps(life)).toEqual([]);
  });

  it('by their own wish, the person is called at 24 and at 72 hours', () => {
    const life = admitted('ada').says({
      type: 'DischargeEpisode',
      ...said(day(20)),
      at: day(20),
      reasonCode: 'dropped-out',
      againstAdvice: true,
      leaving: { attemptToRetain: 'done', capacity: 'done', naloxone: 'done', medicationBridge: 'done' },
    });
    expect(itemsOf(life, 'follow-ups').filter(({ state }) => state === 'contact')).toMatchObject([
      { item_id: 'patient-directed-contact.discharge-1.contact-24-h', due_at: plusHours(day(20), 24) },
    ]);
  });
});

describe('a person who was not seen', () => {
  it('is reached out to, with how long it has been', () => {
    const life = missedSession(admitted('ada'), 3);
    expect(followUps(life)).toContainEqual(['lost-contact', 'contact-outreach.2026-05-07']);
    life.until(day(7));
    expect(itemsOf(life, 'follow-ups').at(-1)?.row).toMatchObject({
      lost: { since: '2026-05-07', days: 3 },
      lastAttempt: null,
    });
  });
});
