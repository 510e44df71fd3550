import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { useSession } from './session.tsx';
import style from './frame.module.css';

/** The foot of a screen: its legend, and what the page admits about its data. */
export function FootBar({ children }: { readonly children?: ReactNode }) {
  const { demonstration } = useSession().deployment;
  return (
    <footer className={style.foot}>
      {children}
      <span className={style.footNote}>{demonstration ? t('frame.simulated') : t('frame.siteTime')}</span>
    </footer>
  );
}
