/** A page of a list, and where the next one begins; null after the last. */
interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** All items of a list, page after page. @param readPage gives the page that begins at a cursor, the first at null */
export async function everyPage<T>(readPage: (cursor: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await readPage(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
