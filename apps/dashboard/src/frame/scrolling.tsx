import type { ReactNode } from 'react';
import style from './scrolling.module.css';

/** What scrolls inside a screen, panel under panel: pages do not scroll. Reached by key, and named. */
export const Scrolling = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className={style.scroll} aria-label={name} tabIndex={0} data-scrolls>
    {children}
  </section>
);
