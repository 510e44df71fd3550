import { createSpotlight } from '@mantine/spotlight';
import { useEffect } from 'react';

/** Whether the palette is open, and what is chosen in it. */
export const [paletteStore, palette] = createSpotlight();

/**
 * Chooses the first of what is offered whenever that changes, as long as nobody went on from it by the arrows. The
 * palette does so itself at each letter only; people may come after the last one, and Enter would then mean nobody.
 */
export function useFirstChosen(query: string, offered: string): void {
  useEffect(() => {
    const { selected, listId } = paletteStore.getState();
    const list = listId === '' ? null : document.getElementById(listId);
    if (query === '' || selected > 0 || list === null) return;
    list.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [query, offered]);
}
