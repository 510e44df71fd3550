import type { ReactNode } from 'react';
import style from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Before the title: the mark of a level. */
  readonly mark?: ReactNode;
  readonly detail?: ReactNode;
  readonly link?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a screen under its heading. */
export function Panel({ title, mark, detail, link, children }: PanelProps) {
  return (
    <section className={style.panel} aria-label={title}>
      <header className={style.head}>
        {mark}
        <h2>{title}</h2>
        {detail !== undefined && <span className={`${style.detail} figure`}>{detail}</span>}
        {link !== undefined && <span className={style.link}>{link}</span>}
      </header>
      {children}
    </section>
  );
}

/** What is no list of rows and no table: these reach the edges of their panel. */
export const PanelBody = ({ children }: { readonly children: ReactNode }) => (
  <div className={style.body}>{children}</div>
);

/** A panel with nothing in it says so. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => <p className={style.nothing}>{children}</p>;
