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

/** What a list sorts by. A key of another form would make the database refuse it, and quote it in its log. */
type Key = 'id' | 'task' | 'moment' | 'version';

const isKey: Readonly<Record<Key, (text: string) => boolean>> = {
  id: (text) => /^[\w.-]+$/.test(text),
  // Of a journey, and of what the task is about, which may be a moment.
  task: (text) => /^[\w.:-]+$/.test(text),
  // As PostgreSQL writes it.
  moment: (text) => /^-?infinity$/.test(text) || (/^[\d :.+-]+$/.test(text) && !Number.isNaN(Date.parse(text))),
  version: (text) => /^\d{1,15}$/.test(text),
};

/** @throws CursorUnknown */
export function keysOf(cursor: string, ...by: readonly Key[]): readonly string[] {
  const keys = Keys.safeParse(jsonOf(cursor));
  if (!keys.success || keys.data.length !== by.length) throw new CursorUnknown();
  if (!by.every((key, index) => isKey[key](keys.data[index] ?? ''))) throw new CursorUnknown();
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

/** One page of a list that is at hand as a whole; the cursor names the last item seen. @throws CursorUnknown */
export function pageAfter<Item>(
  all: readonly Item[],
  keys: (item: Item) => readonly string[],
  { cursor, limit = all.length }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Page<Item> {
  const last = cursor === undefined ? -1 : all.findIndex((item) => cursorOf(keys(item)) === cursor);
  if (cursor !== undefined && last === -1) throw new CursorUnknown();
  return pageOf(all.slice(last + 1, last + 2 + limit), limit, keys);
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
