import type { WorklistItem } from '@stepway/contracts';
import { nextMorning, snoozesFor } from './snooze.ts';

const iso = (at: number) => new Date(at).toISOString();

describe('the next morning', () => {
  it('is eight by the clock of the site', () => {
    const now = Date.parse('2026-11-23T15:00:00.000Z');
    expect(iso(nextMorning(now, 'America/New_York'))).toBe('2026-11-24T13:00:00.000Z');
    expect(iso(nextMorning(now, 'America/Chicago'))).toBe('2026-11-24T14:00:00.000Z');
  });
  it('is that of the day after, also late before a day of 23 hours', () =>
    // Saturday, half past eleven at night.
    expect(iso(nextMorning(Date.parse('2026-03-08T04:30:00.000Z'), 'America/New_York'))).toBe(
      '2026-03-08T12:00:00.000Z',
    ));
});

describe('until when tasks can be put off', () => {
  const task = { snoozeUntil: '2026-11-30T12:00:00.000Z' } as WorklistItem;
  const now = Date.parse('2026-11-23T15:00:00.000Z');
  const words = (zone: string | undefined) =>
    snoozesFor([task], now, zone).map((one) => ('hours' in one ? one.hours : 'morning'));

  it('has the next morning where all are of one zone', () =>
    expect(words('America/New_York')).toEqual([1, 4, 'morning', 24]));
  it('has hours only where they are of two', () => expect(words(undefined)).toEqual([1, 4, 24]));
});
