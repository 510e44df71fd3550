import { Readable } from 'node:stream';

export type Lines = AsyncGenerator<string, void, undefined>;

/** The next is made when the last was taken, and at most one before. */
export const asTaken = (lines: Lines): Readable => Readable.from(lines, { objectMode: true, highWaterMark: 1 });

/** All of them, the first of which was taken already. */
export async function* fromTheFirst(first: IteratorResult<string, void>, rest: Lines): Lines {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
