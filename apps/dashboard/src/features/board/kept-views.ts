import { useState } from 'react';
import { z } from 'zod';
import { BoardFilters } from './filters.ts';

/** A view of the board that a person named: the filters of its address, never the search by name. */
const KeptView = z.object({ name: z.string().min(1).max(40), filters: BoardFilters });
export type KeptView = z.output<typeof KeptView>;
const mostViews = 12;

const keyOf = (actorId: string) => `stepway-board-views ${actorId}`;

/** What is kept in this browser for one person; what is not understood is as if it had not been kept. Exported for its spec. */
export function readViews(text: string | null): readonly KeptView[] {
  if (text === null) return [];
  try {
    return z.array(KeptView).max(mostViews).catch([]).parse(JSON.parse(text));
  } catch {
    return []; // something else wrote there
  }
}

/** Two filters that ask for the same people in the same way. */
export const sameFilters = (a: BoardFilters, b: BoardFilters): boolean => said(a) === said(b);

const said = (filters: BoardFilters): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The views that a person has named and kept, in this browser. */
export function useKeptViews(actorId: string) {
  const [views, setViews] = useState(() => readViews(localStorage.getItem(keyOf(actorId))));
  const write = (next: readonly KeptView[]) => {
    localStorage.setItem(keyOf(actorId), JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    /** Under a name that was taken it replaces what was there. */
    keep: (name: string, filters: BoardFilters) =>
      write([...views.filter((view) => view.name !== name), { name, filters }].slice(-mostViews)),
    forget: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}
