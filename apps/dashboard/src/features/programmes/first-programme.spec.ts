import type { Census, SiteView } from '@stepway/contracts';
import { firstProgramme } from './first-programme.ts';

const ids = ['full-continuum', 'standard-four'];
const row = (programme: string, active: number) => ({
  ...{ siteId: 'main', programme, level: 'iop', active, inHandOff: 0, onLeave: 0, waiting: 0 },
});
const census = (...rows: Census['rows']): Census => ({ asOf: '2026-11-20T10:00:00.000Z', rows });
const main: SiteView = {
  siteId: 'main',
  title: 'Main site',
  timeZone: 'America/New_York',
  programmes: ['standard-four'],
};

describe('the programme that is shown first', () => {
  it('is that of most people, over all levels', () => {
    const rows = census(row('full-continuum', 5), row('standard-four', 3), row('standard-four', 4));
    expect(firstProgramme(ids, rows, [])).toBe('standard-four');
  });

  it('is what the site offers, while nobody is there', () => {
    expect(firstProgramme(ids, census(), [main])).toBe('standard-four');
    expect(firstProgramme(ids, undefined, [main])).toBe('standard-four');
  });

  it('is the first of all, where no site offers one', () => {
    expect(firstProgramme(ids, census(row('gone', 9)), [])).toBe('full-continuum');
    expect(firstProgramme([], census(), [main])).toBeUndefined();
  });
});
