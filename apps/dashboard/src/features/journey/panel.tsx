import type { ReactNode } from 'react';
import style from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly link?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, detail, link, children }: PanelProps) {
  return (
    <section className={style.panel} aria-label={title}>
      <header className={style.head}>
        <h2>{title}</h2>
        {detail !== undefined && <span className={`${style.detail} figure`}>{detail}</span>}
        {link !== undefined && <span className={style.link}>{link}</span>}
      </header>
      {children}
    </section>
  );
}

/** A panel with nothing in it says so. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => <p className={style.nothing}>{children}</p>;
