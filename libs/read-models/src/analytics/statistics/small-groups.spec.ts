import fc from 'fast-check';
import { isSmall, leastShown } from './least-shown.ts';
import { allGroupsShown, smallGroupsHidden } from './small-groups.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const { count, parts, withoutTotal, total, nested, of, about } = smallGroupsHidden;

/** Every way to choose `length` of these, in any order. */
const tuples = (of: readonly number[], length: number): number[][] =>
  length === 0 ? [[]] : tuples(of, length - 1).flatMap((rest) => of.map((one) => [one, ...rest]));

/**
 * By what is shown, everything that it may stand for. Whoever knows the rule, and thinks of all counts from which it
 * would have made the same answer, must be left with a choice for each that is hidden.
 */
function choices<Shown extends object>(
  inputs: readonly (readonly number[])[],
  shownOf: (input: readonly number[]) => Shown,
  hidden: (shown: Shown) => readonly (number | null)[],
): { readonly shown: Shown; readonly open: readonly number[] }[] {
  const byShown = Map.groupBy(inputs, (input) => JSON.stringify(shownOf(input)));
  return [...byShown.values()].map((same) => {
    const shown = shownOf(same[0] ?? []);
    const cells = hidden(shown).flatMap((cell, index) => (cell === null ? [index] : []));
    return { shown, open: cells.map((index) => new Set(same.map((input) => input[index])).size) };
  });
}

describe('figures of small groups, for a viewer without need of them', () => {
  it('are not shown from 1 to 10; nobody, and eleven or more, are', () => {
    expect([0, 1, 10, 11, 500].map(count)).toEqual([0, null, null, 11, 500]);
    expect([of(10, 31.5), of(11, 31.5)]).toEqual([null, 31.5]);
    expect([4, 11, 44, 0].map(about)).toEqual([null, 10, 40, 0]);
  });

  it('take one further part with them only where the total would give them away', () => {
    expect(parts([3, 40, 25])).toEqual({ parts: [null, 40, null], total: 68, hidden: 28 });
    expect(parts([3, 9, 40])).toEqual({ parts: [null, null, 40], total: 52, hidden: 12 });
    expect(parts([2, 3, 40, 50])).toEqual({ parts: [null, null, null, 50], total: 95, hidden: 45 });
    expect(parts([0, 12, 40])).toEqual({ parts: [0, 12, 40], total: 52, hidden: 0 });
  });

  it('hide a total that is small itself, or that only single people make', () => {
    expect(parts([3, 4, 0])).toEqual({ parts: [null, null, 0], total: null, hidden: null });
    const single = Array.from({ length: 11 }, () => 1);
    expect(parts(single)).toEqual({ parts: single.map(() => null), total: null, hidden: null });
  });

  it('never follow from the total and the parts that are shown, whoever knows the rule', () => {
    const inputs = tuples([0, ...Array.from({ length: 22 }, (_, index) => index + 1)], 3);
    for (const { shown, open } of choices(inputs, parts, (one) => one.parts)) {
      // The counts tried end at 22: what lies beyond is not among the choices of large totals.
      if (shown.total !== null && shown.total > 22) continue;
      expect([shown, open.every((possible) => possible >= 3)]).toEqual([shown, true]);
    }
  });

  it('are hidden for no other reason: of any parts, small ones and at most one more', () => {
    const groups = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(groups, (split) => {
        const shown = parts(split);
        const hidden = split.filter((_, index) => shown.parts[index] === null);
        const small = split.filter(isSmall);
        expect(hidden.length - small.length).toBeLessThanOrEqual(1);
        expect(hidden.length).toBeGreaterThanOrEqual(small.length);
        if (small.length === 0) expect([hidden, shown.total]).toEqual([[], sum(split)]);
        if (shown.total === null) return;
        // Each hidden part may be anything from 1 to 10, and so may what any of them leave over be.
        for (const part of hidden) {
          const most = sum(hidden) - (hidden.length - 1);
          expect([part > 0, most >= leastShown - 1]).toEqual([true, true]);
        }
        // With one part less hidden, they would follow.
        if (hidden.length > small.length)
          expect(small.length === 1 || sum(small) - (small.length - 1) < leastShown - 1).toBe(true);
      }),
    );
  });

  it('follow from no total that is hidden elsewhere, nor does it from them', () => {
    expect([withoutTotal([12, 40]), withoutTotal([3, 40]), withoutTotal([0, 40])]).toEqual([
      [null, 40],
      [null, 40],
      [0, null],
    ]);
    expect([total([3, 40]), total([3, 9]), total([12, 40]), total([2, 3])]).toEqual([null, 12, 52, null]);
  });

  it('are not the difference of two that stand one below the other, of which as many stand as can', () => {
    expect(nested([100, 95, 60, 55, 4])).toEqual([100, null, 60, null, null]);
    expect(nested([100, 100, 80])).toEqual([100, 100, 80]);
    expect(nested([100, 95, 89, 80])).toEqual([100, null, 89, null]);
    expect(nested([30, 25, 14, 3])).toEqual([30, null, 14, null]);
    // The others are shares of the first.
    expect(nested([40, 39, 39, 28])).toEqual([40, null, null, 28]);
    expect(nested([90, 40, 39, 39, 28])).toEqual([90, null, 39, 39, 28]);
  });

  it('never stand in a row of numbers within each other', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (numbers) => {
        const falling = numbers.toSorted((a, b) => b - a);
        const shown = nested(falling).filter((one) => one !== null);
        expect([...shown, ...shown.slice(1).map((one, index) => (shown[index] ?? 0) - one)].some(isSmall)).toBe(false);
      }),
    );
  });

  it('are shown whole to those who answer for them', () => {
    expect(allGroupsShown.parts([3, 4])).toEqual({ parts: [3, 4], total: 7, hidden: 0 });
    expect(allGroupsShown.nested([5, 4])).toEqual([5, 4]);
  });
});
