import { firstDayOfWeek } from './calendar.ts';

describe('a week in a calendar', () => {
  it('begins on Sunday in the United States, in both languages', () => {
    expect(firstDayOfWeek('en-US')).toBe(0);
    expect(firstDayOfWeek('es-US')).toBe(0);
  });
  it('begins on Monday where people are used to that', () => {
    expect(firstDayOfWeek('en-GB')).toBe(1);
    expect(firstDayOfWeek('es-ES')).toBe(1);
  });
});
