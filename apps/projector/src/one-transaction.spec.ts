import { OffsetsMoved, type Projected, type ProjectionBatch } from '@stepway/read-models';
import { OneTransaction } from './one-transaction.ts';

const nothing: Projected = { journeys: 0, events: 0, healed: 0, parked: 0 };

const batch = (partition: number, records = 1): ProjectionBatch => ({
  at: { topic: 'care', partition, clusterId: 'cluster-1' },
  expected: undefined,
  next: BigInt(records),
  position: BigInt(records),
  behind: false,
  records: Array.from({ length: records }, (_, offset) => ({
    offset: BigInt(offset),
    episodeId: `journey-${partition}`,
    content: { unreadable: { reason: 'SPEC', eventId: null, version: null } },
  })),
});

/** A projector whose transactions end when the spec says so. */
function slowProjector(lost: readonly number[] = []) {
  const transactions: { readonly partitions: readonly number[]; readonly end: () => void }[] = [];
  return {
    transactions,
    partitions: () => transactions.map(({ partitions }) => partitions),
    project: async (...batches: readonly ProjectionBatch[]): Promise<Projected> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      transactions.push({ partitions: batches.map(({ at }) => at.partition), end: resolve });
      await promise;
      const gone = batches.find(({ at }) => lost.includes(at.partition));
      if (gone !== undefined) throw new OffsetsMoved(gone.at);
      return { ...nothing, events: batches.length };
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('partitions that bring something at the same time', () => {
  it('go into one transaction, and what comes while it is under way goes into the next', async () => {
    const projector = slowProjector();
    const projected: number[] = [];
    const tables = new OneTransaction({ projector, most: 100, onProjected: ({ events }) => projected.push(events) });
    const first = [tables.project(batch(0)), tables.project(batch(1))];
    await turn();
    const second = [tables.project(batch(2)), tables.project(batch(3)), tables.project(batch(4))];
    await turn();
    expect(projector.partitions()).toEqual([[0, 1]]);
    projector.transactions[0]?.end();
    await Promise.all(first);
    await turn();
    expect(projector.partitions()).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    projector.transactions[1]?.end();
    await Promise.all(second);
    expect(projected).toEqual([2, 3]);
  });

  it('wait for the next transaction when one has its fill of records', async () => {
    const projector = slowProjector();
    const tables = new OneTransaction({ projector, most: 10, onProjected: () => undefined });
    const all = [tables.project(batch(0, 7)), tables.project(batch(1, 7)), tables.project(batch(2, 7))];
    await turn();
    expect(projector.partitions()).toEqual([[0, 1]]);
    projector.transactions[0]?.end();
    await turn();
    projector.transactions[1]?.end();
    await Promise.all(all);
    expect(projector.partitions()).toEqual([[0, 1], [2]]);
  });

  it('are written one by one when one of them is another projector’s by now', async () => {
    const projector = slowProjector([1]);
    const tables = new OneTransaction({ projector, most: 100, onProjected: () => undefined });
    const outcomes = Promise.allSettled([0, 1, 2].map((partition) => tables.project(batch(partition))));
    for (let ended = 0; ended < 4; ended += 1) {
      await turn();
      projector.transactions[ended]?.end();
    }
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(projector.partitions()).toEqual([[0, 1, 2], [0], [1], [2]]);
  });
});
