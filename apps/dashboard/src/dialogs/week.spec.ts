import { wallTimeOf } from './form/wall-time.ts';
import { isThisWeek } from './week.ts';

const wall = wallTimeOf('America/New_York');
/** A Thursday. */
const now = Date.parse('2026-11-26T15:00:00.000Z');

describe('a session beside the week that is going on', () => {
  it('is of it from its Monday on', () => {
    expect(isThisWeek('2026-11-23T00:00', wall, now)).toBe(true);
    expect(isThisWeek('2026-11-22T23:59', wall, now)).toBe(false);
    expect(isThisWeek('2001-11-25T14:00', wall, now)).toBe(false);
  });
  it('is taken for it while its day is not said', () => {
    expect(isThisWeek('', wall, now)).toBe(true);
    expect(isThisWeek('T14:00', wall, now)).toBe(true);
  });
});
