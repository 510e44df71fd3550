import type { PartitionOffsets } from '@stepway/messaging';

interface StoredPlace {
  readonly partition: number;
  readonly clusterId: string;
  readonly next: bigint;
}

/**
 * Where to read on in each partition: at the stored place; from the first record where the place speaks of another
 * cluster, or of records that this one does not have. What is read twice, the inbox knows.
 */
export function startsOf(
  offsets: readonly PartitionOffsets[],
  places: readonly StoredPlace[],
  clusterId: string,
): ReadonlyMap<number, bigint> {
  const startOf = ({ partition, first, next }: PartitionOffsets): bigint => {
    const place = places.find((one) => one.partition === partition);
    if (place === undefined || place.clusterId !== clusterId || place.next > next) return first;
    return place.next > first ? place.next : first;
  };
  return new Map(offsets.map((one) => [one.partition, startOf(one)]));
}
