import { levelStep } from './tokens.ts';

describe('the ramp of levels', () => {
  it('spreads four levels over the whole ramp', () => {
    expect([0, 1, 2, 3].map((index) => levelStep(index, 4))).toEqual([1, 3, 6, 8]);
  });

  it('gives eight levels a step each', () => {
    expect(Array.from({ length: 8 }, (_, index) => levelStep(index, 8))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('has an answer for a programme of one level', () => {
    expect(levelStep(0, 1)).toBe(8);
  });
});
