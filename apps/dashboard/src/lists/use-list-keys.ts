import { useEffect, useRef, type RefObject } from 'react';
import { useKeys } from '../frame/keys.ts';

interface ListKeys {
  readonly grid: RefObject<HTMLElement | null>;
  readonly current: string | undefined;
  /** Place of the current row, from 0. */
  readonly at: number;
  readonly count: number;
  /** Makes the row at this place the current one, and says which that is. */
  readonly move: (to: number) => string | undefined;
  readonly mark: () => void;
}

/** The keys of a list: J K, arrows, Home, End, page by page, X. (Enter is the row's.) The focus goes with the current row. */
export function useListKeys({ grid, current, at, count, move, mark }: ListKeys): void {
  const wanted = useRef<string | undefined>(undefined);
  const inList = () => grid.current?.contains(document.activeElement) ?? false;
  const onRow = () => document.activeElement?.hasAttribute('data-row') === true && inList();
  const go = (to: number, anywhere: boolean) => (event: KeyboardEvent) => {
    // An arrow outside of the list belongs to what is in focus there.
    if (!anywhere && !onRow()) return;
    event.preventDefault();
    // From outside, the first step is onto the current row and not past it.
    const there = Math.min(Math.max(inList() ? to : at, 0), count - 1);
    if (there === at) focusCurrent();
    else wanted.current = move(there);
  };
  const focusCurrent = () => {
    if (current === undefined) return;
    grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`)?.focus({ preventScroll: true });
  };
  useKeys({
    j: go(at + 1, true),
    k: go(at - 1, true),
    ArrowDown: go(at + 1, false),
    ArrowUp: go(at - 1, false),
    PageDown: go(at + 10, false),
    PageUp: go(at - 10, false),
    Home: go(0, false),
    End: go(count - 1, false),
    x: mark,
  });

  // After a key the focus goes to the row that became current; and where the row in focus went away, to the next.
  const hadFocus = useRef(false);
  useEffect(() => {
    const lost = hadFocus.current && document.activeElement === document.body;
    // The address, which may say what is current, comes a moment later than the key.
    if (lost || (wanted.current !== undefined && wanted.current === current)) {
      focusCurrent();
      wanted.current = undefined;
    }
  });
  useEffect(() => {
    const target = grid.current;
    if (target === null) return;
    // What is taken off the page while in focus does not blur: it is then still remembered here.
    const note = () => void (hadFocus.current = onRow());
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget !== null) hadFocus.current = false;
    };
    target.addEventListener('focusin', note);
    target.addEventListener('focusout', leave);
    return () => {
      target.removeEventListener('focusin', note);
      target.removeEventListener('focusout', leave);
    };
  });
}
