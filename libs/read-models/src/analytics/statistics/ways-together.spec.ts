import fc from 'fast-check';
import { isSmall } from './least-shown.ts';
import { eachWay, waysTogether, type Path } from './ways-together.ts';

const path = (count: number, ...steps: string[]): Path => ({ steps, count });
const total = (paths: readonly Path[]): number => paths.reduce((sum, { count }) => sum + count, 0);

const paths = fc
  .uniqueArray(
    fc.record({
      steps: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((way) => [...way, 'end']),
      count: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 80 })),
    }),
    { selector: ({ steps }) => steps.join(), maxLength: 20 },
  )
  .map((all): readonly Path[] => all);

describe('people put together by the ways they went', () => {
  it('keep large ways as they are, and meet as late as they can', () => {
    expect(waysTogether([path(85, 'iop', 'end'), path(4, 'iop', 'b', 'end'), path(8, 'iop', 'c', 'end')])).toEqual({
      admitted: 97,
      classes: [
        { steps: ['iop', 'end'], count: 85, others: false },
        { steps: ['iop'], count: 12, others: true },
      ],
    });
  });

  it('take the smallest way with them where they are too few; the total goes where there is no other', () => {
    const few = path(5, 'detox', 'end');
    expect(waysTogether([path(85, 'iop', 'end'), path(20, 'b', 'end'), few])).toEqual({
      admitted: 110,
      classes: [
        { steps: ['iop', 'end'], count: 85, others: false },
        { steps: [], count: 25, others: true },
      ],
    });
    expect(waysTogether([path(85, 'iop', 'end'), few]).admitted).toBeNull();
  });

  it('are never in a class of fewer than eleven, and none is lost but where the total is not said', () => {
    fc.assert(
      fc.property(paths, (all) => {
        const { admitted, classes } = waysTogether(all);
        expect(classes.some(({ count }) => isSmall(count))).toBe(false);
        if (admitted === null) expect(isSmall(total(all) - total(classes))).toBe(true);
        else expect([admitted, total(classes)]).toEqual([total(all), total(all)]);
      }),
    );
  });

  it('leave every large way in the picture, but for one at most', () => {
    fc.assert(
      fc.property(paths, (all) => {
        const kept = new Set(waysTogether(all).classes.map(({ steps }) => steps.join()));
        const gone = all.filter(({ steps, count }) => !isSmall(count) && !kept.has(steps.join()));
        expect(gone.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stand each for themselves where nothing is hidden', () => {
    expect(eachWay([path(3, 'iop', 'end')]).admitted).toBe(3);
  });
});
