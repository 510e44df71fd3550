import { completeAfter } from './topic.ts';

const whole = { partition: 0, first: 0n, next: 9n };
const cut = { partition: 1, first: 4n, next: 9n };
const emptied = { partition: 2, first: 9n, next: 9n };

describe('a topic whose first records may be gone', () => {
  it('holds everything while none is', () => {
    expect(completeAfter([whole], new Map([[0, 1n]]), 100n)).toBe(0n);
  });

  it('holds everything behind the first record of the partition that lost most', () => {
    const other = { ...cut, partition: 3 };
    expect(
      completeAfter(
        [whole, cut, other],
        new Map([
          [0, 1n],
          [1, 40n],
          [3, 55n],
        ]),
        100n,
      ),
    ).toBe(55n);
  });

  it('tells nothing of what was sent when a partition lost all it had', () => {
    expect(
      completeAfter(
        [whole, cut, emptied],
        new Map([
          [0, 1n],
          [1, 40n],
        ]),
        100n,
      ),
    ).toBe(100n);
  });
});
