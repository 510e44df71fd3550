/** A list that only grows at its end, so that a longer one shares what it has in common with the one before. */
export interface Chain<T> {
  readonly last: T;
  readonly before: Chain<T> | undefined;
}

export const added = <T>(before: Chain<T> | undefined, last: T): Chain<T> => ({ last, before });

/** The last of them that this is true of. */
export function lastOf<T>(chain: Chain<T> | undefined, is: (one: T) => boolean): T | undefined {
  for (let at = chain; at !== undefined; at = at.before) if (is(at.last)) return at.last;
  return undefined;
}

/** Those at the end of which this is true without interruption, in their order. */
export function endingWith<T>(chain: Chain<T> | undefined, is: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (let at = chain; at !== undefined && is(at.last); at = at.before) found.push(at.last);
  return found.toReversed();
}
