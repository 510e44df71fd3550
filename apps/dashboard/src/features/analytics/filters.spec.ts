import { beginOf, presetOf } from './filters.ts';

const today = '2026-11-26';

describe('a period that is chosen', () => {
  it('ends today and begins so many days before, or with the year', () => {
    expect(beginOf('days30', today)).toBe('2026-10-28');
    expect(beginOf('thisYear', today)).toBe('2026-01-01');
  });
  it('is known again from its address', () => {
    expect(presetOf({ from: '2026-01-01', to: undefined }, today)).toBe('thisYear');
    expect(presetOf({ from: '2026-10-28', to: undefined }, today)).toBe('days30');
    expect(presetOf({ from: undefined, to: undefined }, today)).toBe('days182');
    expect(presetOf({ from: '2026-02-02', to: undefined }, today)).toBeUndefined();
    expect(presetOf({ from: '2026-01-01', to: '2026-02-01' }, today)).toBeUndefined();
  });
});
