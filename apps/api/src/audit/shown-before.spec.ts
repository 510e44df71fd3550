import type { Caller } from '../auth/caller.ts';
import { ShownBefore, viewOf } from './shown-before.ts';

const minutes = (count: number) => count * 60_000;
const caller = (more: Partial<Caller> = {}): Caller => ({
  ...{ actor: { id: 'robin', kind: 'person', role: 'coordinator' }, scope: {}, grants: [], expiresAt: 0 },
  ...more,
});
const board = viewOf(caller(), 'GET /v1/episodes');

describe('a list that is asked again', () => {
  it('is no new view of those whom it showed a short while ago, and is one of all others', () => {
    const before = new ShownBefore();
    expect(before.among(board, ['ada', 'ben'], 0)).toEqual(['ada', 'ben']);
    before.remember(board, ['ada', 'ben'], 0);
    expect(before.among(board, ['ada', 'ben', 'cyd'], minutes(3))).toEqual(['cyd']);
  });

  it('is a new view of each person once the time is over since they were written down, however often it was asked', () => {
    const before = new ShownBefore();
    before.remember(board, ['ada'], 0);
    before.remember(board, ['ben'], minutes(10));
    expect(before.among(board, ['ada', 'ben'], minutes(14))).toEqual([]);
    expect(before.among(board, ['ada', 'ben'], minutes(15))).toEqual(['ada']);
  });

  it('is a view of its own for another caller, role, session, list and emergency access', () => {
    const before = new ShownBefore();
    before.remember(board, ['ada'], 0);
    const others = [
      viewOf(caller({ actor: { id: 'jay', kind: 'person', role: 'coordinator' } }), 'GET /v1/episodes'),
      viewOf(caller({ actor: { id: 'robin', kind: 'person', role: 'nurse' } }), 'GET /v1/episodes'),
      viewOf(caller({ sessionHash: Buffer.from('another') }), 'GET /v1/episodes'),
      viewOf(caller(), 'GET /v1/worklist'),
      viewOf(caller(), 'GET /v1/episodes', 'emergency-1'),
    ];
    for (const other of others) expect(before.among(other, ['ada'], 1)).toEqual(['ada']);
  });

  it('forgets the oldest views when there are too many: then it is written down once more', () => {
    const before = new ShownBefore();
    before.remember(board, ['ada'], 0);
    for (let count = 0; count < 2_000; count += 1) before.remember(`view-${count}`, ['ben'], 0);
    expect(before.among(board, ['ada'], 0)).toEqual(['ada']);
    expect(before.among('view-1', ['ben'], 0)).toEqual([]);
  });
});
