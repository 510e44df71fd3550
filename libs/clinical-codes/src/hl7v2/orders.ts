import type { Hl7Segment, NotReadable } from './segments.ts';

/** One result in its place: the number of its OBX segment in the message, from 0. */
export interface PlacedResult {
  readonly obx: Hl7Segment;
  readonly place: number;
}

/** One order with what was found: OBR, its results, its specimens. */
export interface Order {
  readonly orc?: Hl7Segment;
  readonly obr: Hl7Segment;
  readonly results: readonly PlacedResult[];
  readonly specimens: readonly Hl7Segment[];
}

const most = 1_000;

/** The orders of a report on one person, in their order. */
export function ordersOf(segments: readonly Hl7Segment[]): readonly Order[] | NotReadable {
  const orders: { orc?: Hl7Segment; obr: Hl7Segment; results: PlacedResult[]; specimens: Hl7Segment[] }[] = [];
  let orc: Hl7Segment | undefined;
  let place = 0;
  for (const segment of segments) {
    const current = orders.at(-1);
    if (segment.name === 'ORC') orc = segment;
    if (segment.name === 'OBR') {
      orders.push({ obr: segment, results: [], specimens: [], ...(orc && { orc }) });
      orc = undefined;
    }
    if (segment.name === 'SPM') current?.specimens.push(segment);
    if (segment.name === 'OBX') {
      if (current === undefined) return 'result-without-order';
      if (place >= most) return 'too-many-segments';
      current.results.push({ obx: segment, place });
      place += 1;
    }
  }
  return orders;
}
