import { asNgPerMl, comparableCutoff, cutoffInNgPerMl, inNgPerMl } from './amounts.ts';

describe('a mass concentration', () => {
  it.each([
    [1, 'ng/mL', 1],
    [1000, 'pg/mL', 1],
    [2, 'ug/mL', 2000],
    [2, 'µg/mL', 2000],
    [2, 'μg/mL', 2000],
    [2, 'mcg/mL', 2000],
    [2, 'mcg/L', 2],
    [2, ' ng/ml ', 2],
    [3, 'mg/mL', 3_000_000],
    [3000, 'ng/L', 3],
    [3, 'ug/L', 3],
    [0.15, 'mg/L', 150],
    [3, 'g/L', 3_000_000],
    [300, 'ng/dL', 3],
    [3, 'ug/dL', 30],
    [3, 'mg/dL', 30_000],
    [3, 'g/dL', 30_000_000],
  ])('%d %s is %d ng/mL', (value, unit, expected) => {
    expect(asNgPerMl(value, unit)).toBe(expected);
  });

  it.each(['mmol/L', '', 'ng', 'constructor'])('is not read from the unit %s', (unit) => {
    expect(asNgPerMl(1, unit)).toBeUndefined();
  });
});

describe('the amount and the cut-off of a result', () => {
  it('are in ng/mL where the report names no unit, and unknown where it tells none', () => {
    expect([inNgPerMl({ amount: 5 }), cutoffInNgPerMl({ cutoff: 5 })]).toEqual([5, 5]);
    expect([inNgPerMl({ amount: 5, unit: 'mg/L' }), cutoffInNgPerMl({ cutoff: 5, unit: 'mg/L' })]).toEqual([5e3, 5e3]);
    expect([inNgPerMl({ unit: 'mg/L' }), cutoffInNgPerMl({ unit: 'mg/L' })]).toEqual([undefined, undefined]);
  });

  it('compare by the number alone where the unit is no mass concentration', () => {
    expect(comparableCutoff({ cutoff: 5, unit: 'mmol/L' })).toBe(5);
    expect(comparableCutoff({ cutoff: 5, unit: 'ug/mL' })).toBe(5000);
    expect(comparableCutoff({})).toBeUndefined();
  });
});
