import type { Caller } from '../auth/caller.ts';
import { framesOf, heardBy, type Update } from './update.ts';

const now = 1_000;
const place = (episodeId: string, siteId: string) => ({
  episodeId,
  patientId: 'p',
  siteId,
  programme: 'standard-four',
});
const places = [place('here', 'main'), place('there', 'riverside')];
const update: Update = { id: '7', episodeIds: ['here', 'there'], withTasks: ['there'] };
const caller = (more: Partial<Caller>): Caller => ({
  actor: { id: 'a', kind: 'person', role: 'therapist' },
  ...{ scope: { sites: ['main'] }, grants: [], expiresAt: 9_000 },
  ...more,
});
const grant = { emergencyId: 'x', episodeId: 'there', patientId: 'p' };

describe('who hears which journey changed', () => {
  it.each<[string, Partial<Caller>, Update | undefined]>([
    ['who sees everybody hears of all', { scope: {} }, update],
    ['who works at one site hears of its people', {}, { id: '7', episodeIds: ['here'], withTasks: [] }],
    ['who works elsewhere hears nothing', { scope: { sites: ['hillside'] } }, undefined],
    ['who works with another programme hears nothing', { scope: { programmes: ['full-continuum'] } }, undefined],
    ['an emergency access is heard of while it lasts', { grants: [{ ...grant, until: 1_001 }] }, update],
    ['and not after it', { grants: [{ ...grant, until: 1_000 }] }, { id: '7', episodeIds: ['here'], withTasks: [] }],
  ])('%s', (_, more, heard) => expect(heardBy(caller(more), update, places, now)).toEqual(heard));

  it('a journey whose place is not known is named to nobody who sees only some', () => {
    expect(heardBy(caller({}), update, [], now)).toBeUndefined();
  });

  it('that everything is to be asked anew is heard by all', () => {
    const all: Update = { id: '8', episodeIds: 'unknown', withTasks: [] };
    expect(heardBy(caller({ scope: { sites: [] } }), all, [], now)).toBe(all);
  });
});

describe('an update on the wire', () => {
  it('carries its id with its last frame', () => {
    expect(framesOf(update)).toBe(
      'event: episode\ndata: {"episodeIds":["here","there"]}\n\n' +
        'id: 7\nevent: task\ndata: {"episodeIds":["there"]}\n\n',
    );
    expect(framesOf({ ...update, withTasks: [] })).toMatch(/^id: 7\nevent: episode\n/);
    expect(framesOf({ ...update, episodeIds: 'unknown' })).toBe('id: 7\nevent: refetch\ndata: {}\n\n');
  });
});
