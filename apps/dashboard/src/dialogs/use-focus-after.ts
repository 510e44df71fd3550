import { useEffect, useRef } from 'react';

/** The dialog itself gives the focus back after 10 ms. */
const afterTheDialogMs = 30;

/**
 * After a dialog the focus goes back to what opened it. Where that is gone, as the act of a row whose next act is another
 * one now, it goes to the row it stood in, or to the person it was for: nobody begins again at the top of the page.
 */
export function useFocusAfter(open: { readonly episodeId?: string | undefined } | undefined): void {
  const from = useRef<{ readonly row: string | null; readonly episodeId: string | undefined } | undefined>(undefined);
  const opened = open !== undefined;
  const episodeId = open?.episodeId;
  useEffect(() => {
    if (opened) {
      const row = document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null;
      from.current ??= { row, episodeId };
      return;
    }
    const was = from.current;
    from.current = undefined;
    if (was === undefined) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) placeOf(was)?.focus({ preventScroll: true });
    }, afterTheDialogMs);
    return () => clearTimeout(timer);
  }, [opened, episodeId]);
}

function placeOf({ row, episodeId }: { readonly row: string | null; readonly episodeId: string | undefined }) {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  return (
    (row === null ? null : (find(`[data-row="${CSS.escape(row)}"]`) ?? find('[data-row][aria-current=true]'))) ??
    (episodeId === undefined ? null : find(`[data-place][href^="/journeys/${CSS.escape(episodeId)}"]`))
  );
}
