import { dayAfter, localOf, momentOf, momentsOf } from './local-moment.ts';

const zone = 'America/New_York';
const iso = (local: string) => {
  const at = momentOf(local, zone);
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('a moment in a field', () => {
  it('is said as the wall clock of the site says it', () => {
    expect(localOf('2026-11-20T19:00:00.000Z', zone)).toBe('2026-11-20 14:00:00');
    expect(localOf('2026-07-01T04:05:06.000Z', zone)).toBe('2026-07-01 00:05:06');
  });
  it('is read back as it was said, in winter and in summer', () => {
    expect(iso('2026-11-20 14:00:00')).toBe('2026-11-20T19:00:00.000Z');
    expect(iso('2026-07-01 00:05:06')).toBe('2026-07-01T04:05:06.000Z');
  });
  it('on the days on which the clock changes', () => {
    expect(iso('2026-03-08 01:30:00')).toBe('2026-03-08T06:30:00.000Z');
    expect(iso('2026-03-08 03:30:00')).toBe('2026-03-08T07:30:00.000Z');
    expect(iso('2026-11-01 01:30:00')).toBe('2026-11-01T05:30:00.000Z');
    expect(iso('2026-11-01 02:30:00')).toBe('2026-11-01T07:30:00.000Z');
    expect(iso('2026-03-08 02:30:00')).toBe('2026-03-08T07:30:00.000Z');
  });
  it('is said by no clock in the hour that is skipped, and twice in the hour that comes again', () => {
    expect(momentsOf('2026-03-08 02:30:00', zone)?.said).toEqual([]);
    expect(momentsOf('2026-03-08 03:30:00', zone)?.said).toHaveLength(1);
    expect(momentsOf('2026-11-01 01:30:00', zone)?.said.map((at) => new Date(at).toISOString())).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-01T06:30:00.000Z',
    ]);
  });
  it('is none where it is not one', () => expect(momentOf('tomorrow', zone)).toBeUndefined());
});

describe('the day after', () => {
  it('is the next of the calendar, also where a day has 23 or 25 hours', () =>
    expect(['2026-03-08', '2026-11-01', '2026-12-31'].map(dayAfter)).toEqual([
      '2026-03-09',
      '2026-11-02',
      '2027-01-01',
    ]));
});
