/** Rows of one group, in their order. Only ids: what a row says is always the newest, where it stands may be held. */
export interface Section {
  /** Empty where a list has no groups. */
  readonly group: string;
  readonly ids: readonly string[];
}

/** What stands in a list from top to bottom. */
export type Item =
  | { readonly kind: 'head'; readonly group: string; readonly count: number }
  | { readonly kind: 'row'; readonly id: string; /** Its place among the rows, from 0. */ readonly at: number };

/**
 * Rows by group, in the order they come in; groups in the order of `groups`, those with nobody left out.
 * @param groupOf the group of a row; one that `groups` does not have comes last
 */
export function sectionsOf<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  groups: readonly string[],
  groupOf: (row: Row) => string,
): readonly Section[] {
  const found = new Map<string, string[]>(groups.map((group) => [group, []]));
  for (const row of rows) {
    const group = groupOf(row);
    const ids = found.get(group) ?? [];
    found.set(group, ids);
    ids.push(idOf(row));
  }
  return [...found].filter(([, ids]) => ids.length > 0).map(([group, ids]) => ({ group, ids }));
}

/** Group rows and rows, as they are drawn. */
export function itemsOf(sections: readonly Section[]): readonly Item[] {
  const items: Item[] = [];
  let at = 0;
  for (const { group, ids } of sections) {
    if (group !== '') items.push({ kind: 'head', group, count: ids.length });
    for (const id of ids) items.push({ kind: 'row', id, at: at++ });
  }
  return items;
}

export const idsOf = (sections: readonly Section[]): readonly string[] => sections.flatMap(({ ids }) => ids);

/** How many rows would come, go or stand in another group; at least 1 if their order differs. */
export function changesBetween(shown: readonly Section[], newest: readonly Section[]): number {
  const [from, to] = [groupsById(shown), groupsById(newest)];
  const moved = [...new Set([...from.keys(), ...to.keys()])].filter((id) => from.get(id) !== to.get(id)).length;
  if (moved > 0) return moved;
  return idsOf(shown).join() === idsOf(newest).join() ? 0 : 1;
}

const groupsById = (sections: readonly Section[]) =>
  new Map(sections.flatMap(({ group, ids }) => ids.map((id) => [id, group] as const)));

/**
 * The row that is current: the one asked for while it is there; else the one that took its place, so that who works
 * through a list from the top goes on where they were; else the first.
 * @param at the place that the row asked for had last
 */
export function currentOf(ids: readonly string[], asked: string | undefined, at: number): string | undefined {
  if (asked !== undefined && ids.includes(asked)) return asked;
  return ids[Math.min(Math.max(at, 0), ids.length - 1)];
}
