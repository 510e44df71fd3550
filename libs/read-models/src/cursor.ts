import { z } from 'zod';

/** A page of a list: `next` is given back as `cursor`; null = no more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A cursor that no list of ours has given out. */
export class CursorUnknown extends Error {
  readonly code = 'CURSOR_UNKNOWN';
  constructor() {
    super('The cursor is none that this list has given out');
  }
}

const Keys = z.array(z.string().max(200)).max(4);

/** Sort keys of the last row of a page, opaque to callers: ids and moments, nothing of a person. */
export const cursorOf = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * @param count how many keys the list sorts by
 * @throws CursorUnknown
 */
export function keysOf(cursor: string, count: number): readonly string[] {
  const keys = Keys.safeParse(jsonOf(cursor));
  if (!keys.success || keys.data.length !== count) throw new CursorUnknown();
  return keys.data;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // refused by the caller
    throw error;
  }
}

/** Cuts a list asked for with one row more than its limit. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  keys: (item: Item) => readonly string[],
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorOf(keys(last)) : null };
}
