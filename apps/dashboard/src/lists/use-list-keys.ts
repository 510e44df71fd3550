import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useKeys } from '../frame/keys.ts';

interface ListKeys {
  readonly grid: RefObject<HTMLElement | null>;
  readonly current: string | undefined;
  /** Place of the current row, from 0. */
  readonly at: number;
  readonly count: number;
  /** Taken up when it changes: a row to which the focus goes once it is current. */
  readonly goTo?: { readonly id: string } | undefined;
  readonly placeOf: (id: string) => number;
  /** Makes the row at this place the current one, and says which that is. */
  readonly move: (to: number) => string | undefined;
  /** Marks the current row, where rows can be marked. */
  readonly mark: (() => void) | undefined;
}

/** The keys of a list: J K, arrows, Home, End, page by page, X. (Enter is the row's.) The focus goes with the current row. */
export function useListKeys({ grid, current, at, count, goTo, placeOf, move, mark }: ListKeys): void {
  // Where the keys have led already: what is current follows the address, which comes a moment later than the next key.
  const wanted = useRef<{ readonly id: string; readonly at: number } | undefined>(undefined);
  const inList = () => grid.current?.contains(document.activeElement) ?? false;
  const onRow = () => document.activeElement?.hasAttribute('data-row') === true && inList();
  // On the row, or on what can be pressed in it, which may be another thing after an act.
  const inRow = () => (document.activeElement?.closest('[data-row]') ?? null) !== null && inList();
  const go = (toFrom: (from: number) => number, anywhere: boolean) => (event: KeyboardEvent) => {
    // An arrow outside of the list belongs to what is in focus there.
    if (!anywhere && !onRow()) return;
    event.preventDefault();
    // From outside, the first step is onto the current row and not past it.
    const from = wanted.current?.at ?? at;
    const there = Math.min(Math.max(inList() || wanted.current !== undefined ? toFrom(from) : at, 0), count - 1);
    if (there === at && wanted.current === undefined) focusCurrent();
    else goOn(there);
  };
  const goOn = (there: number) => {
    const id = move(there);
    wanted.current = id === undefined ? undefined : { id, at: there };
  };
  const focusCurrent = () => {
    if (current === undefined) return;
    grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`)?.focus({ preventScroll: true });
  };
  useKeys('list', {
    j: go((from) => from + 1, true),
    k: go((from) => from - 1, true),
    ArrowDown: go((from) => from + 1, false),
    ArrowUp: go((from) => from - 1, false),
    PageDown: go((from) => from + 10, false),
    PageUp: go((from) => from - 10, false),
    Home: go(() => 0, false),
    End: go(() => count - 1, false),
  });
  useKeys('marking', { x: () => mark?.() }, mark !== undefined);

  // After a key the focus goes to the row that became current; and where the row in focus went away, to the next.
  const hadFocus = useRef(false);
  useEffect(() => {
    const lost = hadFocus.current && document.activeElement === document.body;
    // The address, which may say what is current, comes a moment later than the key.
    if (lost || (wanted.current !== undefined && wanted.current.id === current)) {
      focusCurrent();
      wanted.current = undefined;
    } else if (wanted.current !== undefined && placeOf(wanted.current.id) < 0) wanted.current = undefined;
  });
  const goThere = useEffectEvent(() => {
    if (goTo === undefined) return;
    const there = placeOf(goTo.id);
    if (there === at) focusCurrent();
    else if (there >= 0) goOn(there);
  });
  useEffect(() => goThere(), [goTo]);
  useEffect(() => {
    const target = grid.current;
    if (target === null) return;
    // What is taken off the page while in focus does not blur: it is then still remembered here.
    const note = () => void (hadFocus.current = inRow());
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget !== null) hadFocus.current = false;
    };
    const press = () => void (wanted.current = undefined);
    target.addEventListener('pointerdown', press);
    target.addEventListener('focusin', note);
    target.addEventListener('focusout', leave);
    return () => {
      target.removeEventListener('pointerdown', press);
      target.removeEventListener('focusin', note);
      target.removeEventListener('focusout', leave);
    };
  });
}
