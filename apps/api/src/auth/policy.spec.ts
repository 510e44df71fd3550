import type { Role } from '@stepway/pathway';
import type { Caller, Scope } from './caller.ts';
import { mayAct, maySee, within } from './policy.ts';

const now = Date.UTC(2026, 10, 20);
const journey = { episodeId: 'e1', siteId: 'main', programme: 'standard-four' };
const caller = (role: Role, scope: Scope = {}, more: Partial<Caller> = {}): Caller => ({
  actor: { id: 'x', kind: 'person', role },
  ...{ scope, grants: [], expiresAt: now + 1, ...more },
});

describe('who may see a journey', () => {
  it.each([
    ['of the own site', { sites: ['main'] }, true],
    ['of another site', { sites: ['elsewhere'] }, false],
    ['of the own site, in a programme of others', { sites: ['main'], programmes: ['other'] }, false],
    ['of a programme alone', { programmes: ['standard-four'] }, true],
    ['of all sites', {}, true],
    ['of no site', { sites: [] }, false],
  ] as const)('%s', (_, scope, seen) => {
    expect(maySee(caller('coordinator', scope), journey, now)).toBe(seen);
  });

  it('is nobody whose role sees no people, also of the own site', () => {
    expect(maySee(caller('administrator'), journey, now)).toBe(false);
  });
});

describe('an act', () => {
  it('is granted by the role on what is seen, forbidden to another role, and unseen outside of the scope', () => {
    expect(mayAct(caller('coordinator'), 'Admit', journey, now)).toBe('granted');
    expect(mayAct(caller('peer-worker'), 'Admit', journey, now)).toBe('forbidden');
    expect(mayAct(caller('coordinator', { sites: ['elsewhere'] }), 'Admit', journey, now)).toBe('unseen');
    expect(mayAct(caller('administrator'), 'Admit', journey, now)).toBe('unseen');
  });
});

describe('a grant', () => {
  const grants = [{ emergencyId: 'g1', episodeId: 'e1', patientId: 'p1', until: now + 1_000 }];
  const elsewhere = { sites: ['elsewhere'] };

  it('opens the one journey for its time, with what the role may do and no more', () => {
    const granted = caller('nurse', elsewhere, { grants });
    expect(mayAct(granted, 'see', journey, now)).toBe('granted');
    expect(mayAct(granted, 'ChangeLevelOfCare', journey, now)).toBe('granted');
    expect(mayAct(granted, 'MoveToProgrammeVersion', journey, now)).toBe('forbidden');
    expect(mayAct(granted, 'see', { ...journey, episodeId: 'e2' }, now)).toBe('unseen');
    expect(mayAct(granted, 'see', journey, now + 1_000)).toBe('unseen');
  });

  it('lets nobody see people whose role sees none', () => {
    expect(mayAct(caller('administrator', elsewhere, { grants }), 'see', journey, now)).toBe('unseen');
  });
});

describe('a list', () => {
  it('stays within the scope, whatever it asks for', () => {
    expect(within({}, {})).toEqual({});
    expect(within({ sites: ['a', 'b'] }, {})).toEqual({ siteIds: ['a', 'b'] });
    expect(within({}, { site: ['a'] })).toEqual({ siteIds: ['a'] });
    expect(within({ sites: ['a', 'b'] }, { site: ['b', 'c'] })).toEqual({ siteIds: ['b'] });
    expect(within({ sites: ['a'] }, { site: ['c'] })).toEqual({ siteIds: [] });
    expect(within({ programmes: ['p'] }, { programme: ['q'] })).toEqual({ programmes: [] });
  });
});
