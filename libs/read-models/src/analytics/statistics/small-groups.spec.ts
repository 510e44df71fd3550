import { allGroupsShown, leastShown, smallGroupsHidden } from './small-groups.ts';

/** Every split of a total up to 40 into four parts. */
function splits(): readonly (readonly number[])[] {
  const all: number[][] = [];
  for (let a = 0; a <= 14; a += 1)
    for (let b = a; b <= 14; b += 1)
      for (let c = b; c <= 14; c += 1) for (const d of [0, 1, 10, 11, 12, 30]) all.push([a, b, c, d]);
  return all;
}

describe('figures of small groups, for a viewer without need of them', () => {
  const { count, parts, nested, of } = smallGroupsHidden;

  it('are not shown from 1 to 10; nobody, and eleven or more, are', () => {
    expect([0, 1, 10, 11, 500].map(count)).toEqual([0, null, null, 11, 500]);
    expect([of(10, 31.5), of(11, 31.5)]).toEqual([null, 31.5]);
  });

  it('take a further part with them where the total is shown', () => {
    expect(parts([3, 40, 25])).toEqual({ parts: [null, 40, null], total: 68, hidden: 28 });
    expect(parts([3, 9, 40])).toEqual({ parts: [null, null, 40], total: 52, hidden: 12 });
    expect(parts([2, 3, 40, 50])).toEqual({ parts: [null, null, null, 50], total: 95, hidden: 45 });
    expect(parts([0, 12, 40])).toEqual({ parts: [0, 12, 40], total: 52, hidden: 0 });
  });

  it('hide a total that is small itself', () => {
    expect(parts([3, 4, 0])).toEqual({ parts: [null, null, 0], total: null, hidden: null });
  });

  it('never follow from the total and the parts that are shown', () => {
    for (const split of splits()) {
      const shown = parts(split);
      for (const [index, part] of split.entries()) {
        if (part > 0 && part < leastShown) expect([split, shown.parts[index]]).toEqual([split, null]);
      }
      const hidden = split.filter((_, index) => shown.parts[index] === null);
      if (hidden.length === 0) continue;
      // One hidden part would be the rest; and a rest below eleven is a small group itself.
      if (shown.total !== null) {
        expect([split, hidden.length > 1 || shown.hidden === 0]).toEqual([split, true]);
        expect([split, (shown.hidden ?? 0) >= leastShown]).toEqual([split, true]);
      } else expect(shown.hidden).toBeNull();
    }
  });

  it('are not the difference of two that stand one below the other', () => {
    expect(nested([100, 95, 60, 55, 4])).toEqual([100, null, 60, null, null]);
    expect(nested([100, 100, 80])).toEqual([100, 100, 80]);
  });

  it('are shown whole to those who answer for them', () => {
    expect(allGroupsShown.parts([3, 4])).toEqual({ parts: [3, 4], total: 7, hidden: 0 });
    expect(allGroupsShown.nested([5, 4])).toEqual([5, 4]);
  });
});
