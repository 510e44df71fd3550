import { dayNumber, duration, inOrAgo, inSeconds, leftOrOver, shortDuration, siteTime, siteTimes } from './time.ts';

const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(count * 60);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const now = Date.parse('2026-11-23T15:00:00.000Z');
const at = (ms: number) => new Date(now + ms).toISOString();

describe('a length of time', () => {
  it.each([
    [20_000, 'under 1 min'],
    [minutes(48), '48 min'],
    [hours(9) + minutes(2), '9 h 02 min'],
    [hours(9), '9 h'],
    [hours(30), '1 d 6 h'],
    [hours(48), '2 d'],
  ])('of %d ms is read as "%s"', (ms, words) => expect(plain(duration(ms))).toBe(words));

  it('has no space at which a line could break', () => expect(duration(hours(30))).not.toContain(' '));

  it('has tenths of a second below a minute for whoever wants to see it move', () => {
    expect(plain(inSeconds(4_240))).toBe('4.2 s');
    expect(plain(inSeconds(minutes(2)))).toBe('2 min');
  });

  it.each([
    [minutes(72), '1 h 12 min'],
    [hours(9) + minutes(2), '9 h'],
    [hours(30), '1 d 6 h'],
    [hours(260), '10 d'],
  ])('of %d ms is "%s" in a chip', (ms, words) => expect(plain(shortDuration(ms))).toBe(words));
});

describe('a deadline', () => {
  it('that lies ahead has time left', () => expect(plain(leftOrOver(at(hours(21)), now))).toBe('21 h left'));
  it('that passed is over', () => expect(plain(leftOrOver(at(-hours(30)), now))).toBe('1 d 6 h over'));
  it('is told beside now', () => {
    expect(plain(inOrAgo(at(minutes(48)), now))).toBe('in 48 min');
    expect(plain(inOrAgo(at(-hours(3)), now))).toBe('3 h ago');
  });
});

describe('the days at a level', () => {
  it('begin with day 1', () => expect(dayNumber(at(-hours(1)), now)).toBe(1));
  it('count each further day', () => expect(dayNumber(at(-hours(24 * 86 + 2)), now)).toBe(87));
});

describe('a moment in the time of a site', () => {
  const time = siteTime('America/New_York');

  it('is the clock alone today', () => expect(plain(time.moment('2026-11-23T19:00:00.000Z', now))).toBe('14:00 EST'));
  it('has the day when it is another', () =>
    expect(plain(time.moment('2026-11-24T21:02:00.000Z', now))).toBe('Tue 24 Nov 16:02 EST'));
  it('has the year when it is another', () =>
    expect(plain(time.moment('2025-07-04T16:00:00.000Z', now))).toBe('Fri 4 Jul 2025 12:00 EDT'));
  it('is a day only where there is no room', () =>
    expect(plain(time.short('2026-11-20T16:00:00.000Z', now))).toBe('Fri 20 Nov'));
  it('has seconds for a lost connection', () =>
    expect(plain(time.clock('2026-11-23T14:41:22.000Z'))).toBe('09:41:22 EST'));
  it('knows midnight as 00', () => expect(time.hourMinute('2026-11-23T05:00:00.000Z')).toBe('00:00'));
});

describe('the moments of people of two sites', () => {
  const timeOf = siteTimes({ main: 'America/New_York', riverside: 'America/Chicago' }, 'America/New_York');
  const said = (siteId: string | undefined, at: string) => plain(timeOf(siteId).moment(at, Date.parse(at)));

  it('are told by the clock of each site, with its zone', () => {
    expect(said('main', '2026-11-23T19:00:00.000Z')).toBe('14:00 EST');
    expect(said('riverside', '2026-11-23T19:00:00.000Z')).toBe('13:00 CST');
  });
  it('are of another day where the day has begun at one site only', () => {
    const [at, now] = ['2026-11-24T05:30:00.000Z', Date.parse('2026-11-24T15:00:00.000Z')];
    expect(plain(timeOf('main').moment(at, now))).toBe('00:30 EST');
    expect(plain(timeOf('riverside').moment(at, now))).toBe('Mon 23 Nov 23:30 CST');
  });
  it('change their clocks at different moments', () => {
    expect(said('main', '2026-11-01T06:30:00.000Z')).toBe('01:30 EST');
    expect(said('riverside', '2026-11-01T06:30:00.000Z')).toBe('01:30 CDT');
  });
  it('are told by the clock of who looks, where they are of no site', () =>
    expect(said(undefined, '2026-11-23T19:00:00.000Z')).toBe('14:00 EST'));
});
