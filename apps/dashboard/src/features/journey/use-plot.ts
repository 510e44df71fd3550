import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

interface Plot {
  /** What a key does while the plot has the focus. */
  readonly keys: Readonly<Record<string, () => void>>;
  /** What was drawn over, in pixels from the left. */
  readonly drawnOver: (from: number, to: number) => void;
  /** Pressed twice. */
  readonly reset: () => void;
}

/** Drawing over a plot with the pointer, and its keys. @returns what is being drawn over right now */
export function usePlot(plot: RefObject<HTMLElement | null>, { keys, drawnOver, reset }: Plot) {
  const [drawn, draw] = useState<{ readonly from: number; readonly to: number }>();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  const finish = useEffectEvent(() => {
    if (drawn !== undefined) drawnOver(drawn.from, drawn.to);
    draw(undefined);
  });
  const twice = useEffectEvent(reset);
  useEffect(() => {
    const target = plot.current;
    if (target === null) return;
    const placeOf = (event: PointerEvent) => event.clientX - target.getBoundingClientRect().left;
    const end = new AbortController();
    const on = { signal: end.signal };
    target.addEventListener('keydown', (event) => press(event), on);
    target.addEventListener('dblclick', () => twice(), on);
    target.addEventListener(
      'pointerdown',
      (event) => {
        // A finger scrolls the page.
        if (event.button !== 0 || event.pointerType === 'touch') return;
        target.setPointerCapture(event.pointerId);
        draw({ from: placeOf(event), to: placeOf(event) });
      },
      on,
    );
    target.addEventListener('pointermove', (event) => draw((known) => known && { ...known, to: placeOf(event) }), on);
    target.addEventListener('pointerup', () => finish(), on);
    target.addEventListener('pointercancel', () => draw(undefined), on);
    return () => end.abort();
  }, [plot]);
  return drawn;
}
