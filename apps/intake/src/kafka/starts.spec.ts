import { startsOf } from './starts.ts';

const start = (next: bigint, clusterId = 'here') =>
  startsOf([{ partition: 3, first: 10n, next: 20n }], [{ partition: 3, clusterId, next }], 'here').get(3);

describe('the place to read on', () => {
  it('is the stored one', () => expect([start(15n), start(20n)]).toEqual([15n, 20n]));
  it('is the first record that is still kept, where older ones are gone', () => expect(start(5n)).toBe(10n));
  it('is the first record of a broker that was wiped', () =>
    expect([start(25n), start(15n, 'before')]).toEqual([10n, 10n]));
  it('is the first record of a partition never read', () =>
    expect(startsOf([{ partition: 0, first: 0n, next: 4n }], [], 'here')).toEqual(new Map([[0, 0n]])));
});
