import { CloseButton, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useKeys } from '../frame/keys.ts';
import { t } from '../texts/texts.ts';
import style from './side-panel.module.css';

interface SidePanelProps {
  /** What it is about, said to those who hear it: "Hand-off of Basalt Fictor". */
  readonly name: string;
  /** What stands at its top, before the button that closes it. */
  readonly top?: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
}

/**
 * What a list says about its current row: beside it, 372 pixels; below 1100 pixels a drawer over it. Esc closes it.
 * When the window becomes narrow or wide it goes from one place to the other with all that was typed in it.
 */
export function SidePanel({ name, top, close, children }: SidePanelProps) {
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  useKeys('panel', { Escape: close });
  const { element, place } = useInside();
  return (
    <>
      {narrow ? (
        <Drawer.Root opened onClose={close} position="right" size={372}>
          <Drawer.Overlay backgroundOpacity={0.25} />
          <Drawer.Content aria-label={name}>
            <div ref={place} />
          </Drawer.Content>
        </Drawer.Root>
      ) : (
        <aside className={style.panel} aria-label={name} tabIndex={0}>
          <div ref={place} />
        </aside>
      )}
      {createPortal(
        <>
          <div className={style.top}>
            <div className={style.topWords}>{top}</div>
            <CloseButton size="sm" aria-label={t('lists.closePanel')} onClick={close} />
          </div>
          {children}
        </>,
        element,
      )}
    </>
  );
}

/** An element that is the panel's as long as it is open, whatever it stands in; what had the focus there has it again. */
function useInside() {
  const [element] = useState(() => {
    const made = document.createElement('div');
    made.className = style['inside'] ?? '';
    return made;
  });
  const [focused] = useState<{ last?: EventTarget | null }>(() => {
    const kept: { last?: EventTarget | null } = {};
    element.addEventListener('focusin', ({ target }) => (kept.last = target));
    return kept;
  });
  const place = useCallback(
    (node: HTMLDivElement | null) => {
      node?.append(element);
      if (node !== null && document.activeElement === document.body && focused.last instanceof HTMLElement)
        focused.last.focus({ preventScroll: true });
    },
    [element, focused],
  );
  return { element, place };
}
