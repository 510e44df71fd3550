import { stripPaths, widthOf } from './strip-paths.ts';

const lefts = (path: string) => [...path.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x));

describe('the weekly strip, drawn', () => {
  it('has one path for each kind of ink, each week in its place', () => {
    const { positive, negative, none, plus, minus } = stripPaths(['-', '+', 'o', '+']);
    expect([lefts(negative), lefts(positive), lefts(none)]).toEqual([[2], [13, 35], [24.5]]);
    expect([lefts(minus), lefts(plus)]).toEqual([[2.25], [13, 15.5, 35, 37.5]]);
  });

  it('fills the upper half of a week with both', () => {
    const { positive, negative } = stripPaths(['*']);
    expect(positive).toBe('M2 0H7a2 2 0 0 1 2 2V6H0V2a2 2 0 0 1 2-2Z');
    expect(negative).toBe('M2 0H7a2 2 0 0 1 2 2V10a2 2 0 0 1 -2 2H2a2 2 0 0 1 -2-2V2a2 2 0 0 1 2-2Z');
  });

  it('is as wide as its weeks', () => expect([0, 1, 6].map(widthOf)).toEqual([0, 9, 64]));
});
