import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';

const restMs = 3_000;

/** Whether somebody works inside the element right now: pointer or keys moved in the last 3 seconds. */
function useBusy(element: RefObject<HTMLElement | null>): boolean {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      setBusy(false);
    };
    const move = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
      setBusy(true);
    };
    const moves = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;
    for (const name of moves) target.addEventListener(name, move, { passive: true });
    target.addEventListener('pointerleave', rest);
    return () => {
      clearTimeout(timer);
      for (const name of moves) target.removeEventListener(name, move);
      target.removeEventListener('pointerleave', rest);
    };
  }, [element]);
  return busy;
}

interface Held<Arrangement> {
  readonly shown: Arrangement;
  /** How many changes wait. */
  readonly waiting: number;
  readonly show: () => void;
}

/**
 * Keeps an arrangement as it is while somebody works in it, so that no row moves under a pointer or the focus.
 * The newest is shown after 3 seconds of rest, when asked for, or at once when the `question` (the filters) changes.
 */
export function useHeld<Arrangement>(
  element: RefObject<HTMLElement | null>,
  newest: Arrangement,
  question: string,
  changes: (shown: Arrangement, newest: Arrangement) => number,
): Held<Arrangement> {
  const busy = useBusy(element);
  const [held, setHeld] = useState({ shown: newest, question });
  // A list of ten thousand is compared when it changes, not whenever it is scrolled.
  const waiting = useMemo(() => changes(held.shown, newest), [changes, held.shown, newest]);
  const moveOn = (!busy || held.question !== question) && (waiting > 0 || held.question !== question);
  if (moveOn) setHeld({ shown: newest, question });
  return {
    shown: moveOn ? newest : held.shown,
    waiting: moveOn ? 0 : waiting,
    show: () => setHeld({ shown: newest, question }),
  };
}

/** Whether the version changed in the last seconds while the row was on the page: such a row is marked. */
export function useJustChanged(version: number): boolean {
  const known = useRef(version);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (known.current === version) return;
    known.current = version;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), 4_000);
    return () => clearTimeout(timer);
  }, [version]);
  return changed;
}
