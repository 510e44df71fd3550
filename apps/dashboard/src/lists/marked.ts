import { useMemo, useState } from 'react';

/** The rows that were marked for an act on all of them (X, or their box). */
export interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly set: (ids: Iterable<string>) => void;
  readonly clear: () => void;
}

/** Marks for bulk acts. They are no part of the address: who opens a link has marked nobody. */
export function useMarked(): Marked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      toggle: (id) =>
        setIds((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id]))),
      set: (all) => setIds(new Set(all)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}
