import { leavesSession, unsentOf } from './unsent.ts';

const said = new Map(['a', 'b', 'c', 'd'].map((id) => [id, { attendance: 'attended', minutes: 90 } as const]));

describe('what was said of the people of a group', () => {
  it('is unsent until it is on record: a rejected one and one without an answer are not', () => {
    const results = new Map([
      ['a', { state: 'recorded' } as const],
      ['b', { state: 'rejected', words: 'Not at this level' } as const],
      ['c', { state: 'no-answer', words: 'No answer came' } as const],
    ]);
    expect(unsentOf(said, results).map(([episodeId]) => episodeId)).toEqual(['b', 'c', 'd']);
  });

  it('is unsent of nobody where nothing was said', () => expect(unsentOf(new Map(), new Map())).toEqual([]));
});

describe('a step in the address', () => {
  const here = { pathname: '/roster', search: { site: 'main', group: 'cbt', startsAt: '2026-11-24T22:30:00.000Z' } };
  const to = (search: object, pathname = '/roster') =>
    leavesSession(here, { pathname, search: { ...here.search, ...search } });

  it('leaves the session to another screen, group, time or moment of the past', () => {
    expect(to({}, '/board')).toBe(true);
    expect(to({ group: 'early-recovery' })).toBe(true);
    expect(to({ site: 'second' })).toBe(true);
    expect(to({ startsAt: undefined })).toBe(true);
    expect(to({ asOf: '2026-11-20T19:00:00.000Z' })).toBe(true);
  });

  it('stays in it where somebody is added, its length changes or a dialog opens', () => {
    expect(to({ add: 'x' })).toBe(false);
    expect(to({ minutes: 60 })).toBe(false);
    expect(to({ do: 'record-session', of: 'x' })).toBe(false);
  });
});
