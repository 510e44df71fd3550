import type { PartitionOffsets } from './messaging.ts';

/**
 * Where to read on in a partition: at the stored place; from the first record where there is none, or it speaks of
 * another cluster or of records that this one does not have. What is read twice, the reader knows.
 */
export function startOf(
  { first, next }: PartitionOffsets,
  place: { readonly clusterId: string; readonly next: bigint } | undefined,
  clusterId: string,
): bigint {
  if (place === undefined || place.clusterId !== clusterId || place.next > next) return first;
  return place.next > first ? place.next : first;
}
