import { siteTime } from '../../marks/time.ts';
import { endedAs } from './endings.ts';

/** New Year's Eve in New York, already the next year in Greenwich. */
const now = Date.parse('2027-01-01T03:00:00.000Z');
const time = siteTime('America/New_York');
const calendar = { now, yearOf: (_site: string, at: string | number) => Number(time.year(at)) };
const left = (at: string, over = {}) => ({
  siteId: 'main',
  ending: { at, reason: 'dropped-out' as const, level: 'iop', patientDirected: false, ...over },
});

describe('people whose care ended', () => {
  it('are those of this year, by the clocks of their site', () => {
    expect(endedAs(left('2026-01-01T06:00:00.000Z'), { ended: 'this-year' }, calendar)).toBe(true);
    expect(endedAs(left('2026-01-01T04:00:00.000Z'), { ended: 'this-year' }, calendar)).toBe(false);
    expect(endedAs(left('2026-01-01T04:00:00.000Z'), { ended: 'last-year' }, calendar)).toBe(true);
  });
  it('are those of the last days', () => {
    expect(endedAs(left('2026-12-10T12:00:00.000Z'), { ended: 'days30' }, calendar)).toBe(true);
    expect(endedAs(left('2026-11-20T12:00:00.000Z'), { ended: 'days30' }, calendar)).toBe(false);
    expect(endedAs(left('2026-11-20T12:00:00.000Z'), { ended: 'days90' }, calendar)).toBe(true);
  });
  it('went by their own wish before completion, or against advice', () => {
    const asked = { ending: 'own-wish' as const };
    expect(endedAs(left('2026-11-20T12:00:00.000Z'), asked, calendar)).toBe(true);
    const other = { reason: 'other', patientDirected: true };
    expect(endedAs(left('2026-11-20T12:00:00.000Z', other), asked, calendar)).toBe(true);
    expect(endedAs(left('2026-11-20T12:00:00.000Z', { reason: 'completed' }), asked, calendar)).toBe(false);
  });
  it('are all where nothing is asked, and none whose ending is not known where something is', () => {
    expect(endedAs({ siteId: 'main', ending: null }, {}, calendar)).toBe(true);
    expect(endedAs({ siteId: 'main' }, { ending: 'death' }, calendar)).toBe(false);
  });
});
