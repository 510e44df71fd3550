import type { GroupView } from '@stepway/contracts';
import { choices, minutesThere, recording, sessionIdOf, type Said } from './session.ts';

const group = { groupId: 'cbt-triggers', modality: 'cbt' } as GroupView;
const session = { group, startsAt: '2026-11-24T22:30:00.000Z', minutes: 180 };
const attended: Said = { attendance: 'attended', minutes: 180 };

describe('the session of a whole group', () => {
  it('has one id for all its people', () => {
    expect(sessionIdOf(session)).toBe('cbt-triggers.20261124T2230Z');
    expect(recording(session, 'ada', attended).body).toEqual({
      sessionId: 'cbt-triggers.20261124T2230Z',
      type: 'group',
      startedAt: '2026-11-24T22:30:00.000Z',
      minutes: 180,
      attendance: 'attended',
      modality: 'cbt',
      participants: 'group',
      groupId: 'cbt-triggers',
    });
  });

  it('has a key for each person that is the same when the same is said again, and another when something else is', () => {
    const key = (episodeId: string, said: Said) => recording(session, episodeId, said).key;
    expect(key('ada', attended)).toBe(key('ada', { ...attended }));
    expect(new Set([key('ada', attended), key('bea', attended), key('ada', { ...attended, minutes: 60 })]).size).toBe(
      3,
    );
    expect(key('x'.repeat(36), attended).length).toBeLessThanOrEqual(128);
  });

  it('has a length for who was there only', () => {
    const shown = choices.map(({ attendance }) => minutesThere({ attendance, minutes: 180 }));
    expect(shown).toEqual([180, 180, undefined, undefined]);
    expect(minutesThere(undefined)).toBeUndefined();
  });

  it('is said with a letter each', () =>
    expect(new Set(choices.map(({ letter }) => letter)).size).toBe(choices.length));
});
