import { typedDay } from './typed-day.ts';

const today = '2026-11-26';
const en = (typed: string) => typedDay(typed, today, 'en');
const es = (typed: string) => typedDay(typed, today, 'es');

describe('a day that is typed', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    ['11/30/2026', '2026-11-30'],
    ['11/25/26', '2026-11-25'],
    ['25 Nov 2026', '2026-11-25'],
    ['wed 25 nov 2026', '2026-11-25'],
    ['Wed, Nov 25, 2026', '2026-11-25'],
    ['November 25 2026', '2026-11-25'],
  ])('may be written %s', (typed, day) => {
    expect(en(typed)).toBe(day);
  });

  it.each([
    ['25/11/2026', '2026-11-25'],
    ['mié 25 nov 2026', '2026-11-25'],
    ['25 de noviembre de 2026', '2026-11-25'],
    ['5/1', '2027-01-05'],
  ])('may be written %s in Spanish', (typed, day) => {
    expect(es(typed)).toBe(day);
  });

  it.each([
    ['25 nov', '2026-11-25'],
    ['Nov 25', '2026-11-25'],
    ['1/5', '2027-01-05'],
    ['12/31', '2026-12-31'],
  ])('without its year, %s, is the nearest of that name', (typed, day) => {
    expect(en(typed)).toBe(day);
  });

  it.each(['', '11/30/2', '11/30/202', '2026-11', '25 Nov 202', 'Wed 25', '31 Feb 2026', '0202-11-25', 'soon'])(
    'is none yet while it reads "%s"',
    (typed) => {
      expect(en(typed)).toBeNull();
    },
  );
});
