import type { SiteView, StaffView } from '@stepway/contracts';
import { candidates, moved, ordersOf, ordersShown, wrongUntil } from './orders.ts';

const site = (siteId: string): SiteView => ({ siteId, title: siteId, timeZone: 'America/New_York', programmes: [] });
const staff = (staffId: string, more: Partial<StaffView> = {}): StaffView => ({
  ...{ staffId, name: staffId, roles: ['nurse'], sites: ['main'], programmes: null, active: true },
  ...more,
});
const nurses = { siteId: 'main', role: 'nurse', staffIds: ['jay', 'wren'], until: null } as const;

describe('who is on call', () => {
  it('stands for every role of every site that can be asked at once, also where nobody is named', () => {
    const orders = ordersOf([site('main'), site('river')], [{ ...nurses, staffIds: ['jay'] }]);
    expect(orders.filter(({ role }) => role === 'nurse')).toEqual([
      { ...nurses, staffIds: ['jay'] },
      { ...nurses, siteId: 'river', staffIds: [] },
    ]);
    expect(orders.some(({ role }) => role === 'administrator')).toBe(false);
  });

  it('is found by site, and by the name of who is called', () => {
    const orders = ordersOf([site('main'), site('river')], [{ ...nurses, staffIds: ['jay'] }]);
    const shown = (filters: { site?: string; name: string }) =>
      ordersShown(orders, { site: undefined, ...filters }, (id) => `${id} Sandpiper`).length;
    expect(shown({ name: 'JAY' })).toBe(1);
    expect(shown({ name: 'jay', site: 'river' })).toBe(0);
    expect(shown({ name: '' })).toBe(orders.length);
  });

  it('may be who is active, has the role and works at the site, each once', () => {
    const all = [
      staff('jay'),
      staff('tern'),
      staff('left', { active: false }),
      staff('far', { sites: ['river'] }),
      staff('heron', { sites: null }),
      staff('quill', { roles: ['coordinator'] }),
    ];
    expect(candidates(all, { ...nurses, staffIds: [] }, ['jay']).map(({ staffId }) => staffId)).toEqual([
      'heron',
      'tern',
    ]);
  });

  it('is called earlier or later by one place, the first and the last stay where they are', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  });

  it('ends at a moment ahead, or is left to be said otherwise', () => {
    const now = Date.parse('2026-11-26T15:00:00Z');
    expect(wrongUntil('', 'no-moment', now)).toBeUndefined();
    expect(wrongUntil('2026-11-27T', 'no-moment', now)).toBe('noMoment');
    expect(wrongUntil('2026-11-26T09:00', '2026-11-26T14:00:00.000Z', now)).toBe('passed');
    expect(wrongUntil('2026-11-27T08:00', '2026-11-27T13:00:00.000Z', now)).toBeUndefined();
  });
});
