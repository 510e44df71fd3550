import type { ReactNode } from 'react';
import style from './programmes.module.css';

/** One part of the page under its heading. */
export const Part = ({
  title,
  mark,
  detail,
  children,
}: {
  readonly title: string;
  readonly mark?: ReactNode;
  readonly detail?: string;
  readonly children: ReactNode;
}) => (
  <section className={style.part}>
    <h2>
      {mark}
      {title}
      {detail !== undefined && <small>{detail}</small>}
    </h2>
    {children}
  </section>
);
