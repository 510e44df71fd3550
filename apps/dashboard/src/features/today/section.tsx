import type { ReactNode } from 'react';
import style from './today.module.css';

export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={style.section}>
    <h3>{title}</h3>
    {children}
  </section>
);
