import { CloseButton, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
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

/** What a list says about its current row: beside it, 372 pixels; below 1100 pixels a drawer over it. Esc closes it. */
export function SidePanel({ name, top, close, children }: SidePanelProps) {
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  useKeys('panel', { Escape: close });
  const head = (
    <div className={style.top}>
      <div className={style.topWords}>{top}</div>
      <CloseButton size="sm" aria-label={t('lists.closePanel')} onClick={close} />
    </div>
  );
  if (narrow)
    return (
      <Drawer.Root opened onClose={close} position="right" size={372}>
        <Drawer.Overlay backgroundOpacity={0.25} />
        <Drawer.Content aria-label={name}>
          <div className={style.inside}>
            {head}
            {children}
          </div>
        </Drawer.Content>
      </Drawer.Root>
    );
  return (
    <aside className={style.panel} aria-label={name} tabIndex={0}>
      <div className={style.inside}>
        {head}
        {children}
      </div>
    </aside>
  );
}
