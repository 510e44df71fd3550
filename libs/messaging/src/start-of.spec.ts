import { startOf } from './start-of.ts';

const start = (next: bigint, clusterId = 'here') =>
  startOf({ partition: 3, first: 10n, next: 20n }, { clusterId, next }, 'here');

describe('the place to read on', () => {
  it('is the stored one', () => expect([start(15n), start(20n)]).toEqual([15n, 20n]));
  it('is the first record that is still kept, where older ones are gone', () => expect(start(5n)).toBe(10n));
  it('is the first record of a broker that was wiped', () =>
    expect([start(25n), start(15n, 'before')]).toEqual([10n, 10n]));
  it('is the first record of a partition never read', () =>
    expect(startOf({ partition: 0, first: 0n, next: 4n }, undefined, 'here')).toBe(0n));
});
