import type { ReactNode } from 'react';
import { useSession } from './session.tsx';
import style from './frame.module.css';

/** The foot of a screen: its legend, and what the page admits about its data. */
export function FootBar({ children }: { readonly children?: ReactNode }) {
  const { demonstration } = useSession().deployment;
  return (
    <footer className={style.foot}>
      {children}
      <span className={style.footNote}>
        {demonstration
          ? 'Demonstration: names, goals, confirmations, hand-offs and reviews are simulated'
          : 'All times in the site’s zone'}
      </span>
    </footer>
  );
}
