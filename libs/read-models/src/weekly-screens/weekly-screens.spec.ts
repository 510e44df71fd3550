import { weeksUntil } from './query.ts';

describe('the weeks of a screening plan', () => {
  const stored = { weekOne: '2026-05-04', weeks: 12, symbols: '+o-' };

  it('go on without a fact until today', () => {
    expect(weeksUntil(stored, '2026-06-02').map(({ symbol }) => symbol)).toEqual(['+', 'o', '-', 'o', 'o']);
  });

  it('are numbered from 1 and name their first day', () => {
    expect(weeksUntil(stored, '2026-05-18')).toEqual([
      { week: 1, from: '2026-05-04', symbol: '+' },
      { week: 2, from: '2026-05-11', symbol: 'o' },
      { week: 3, from: '2026-05-18', symbol: '-' },
    ]);
  });

  it('end with the plan', () => {
    expect(weeksUntil(stored, '2027-01-01')).toHaveLength(12);
  });

  it('never end when the plan has no end', () => {
    expect(weeksUntil({ ...stored, weeks: null }, '2026-08-24')).toHaveLength(17);
  });

  it('are none before the plan begins', () => {
    expect(weeksUntil({ ...stored, symbols: '' }, '2026-05-03')).toEqual([]);
  });

  it('may be cut to the latest ones', () => {
    expect(weeksUntil(stored, '2026-06-02', 2).map(({ week }) => week)).toEqual([4, 5]);
  });
});
