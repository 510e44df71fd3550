import type { ReactNode } from 'react';
import style from './system.module.css';

/** One part of the page under its heading. */
export const Part = ({
  title,
  detail,
  children,
}: {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly children: ReactNode;
}) => (
  <section className={style.part}>
    <h2>
      {title}
      {detail !== undefined && <small>{detail}</small>}
    </h2>
    {children}
  </section>
);
