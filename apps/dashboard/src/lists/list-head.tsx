import type { ReactNode } from 'react';
import type { ColumnMeta } from './columns.ts';
import style from './list.module.css';

interface ListHeadProps {
  readonly columns: readonly { readonly id?: string; readonly header?: unknown; readonly meta?: ColumnMeta }[];
  /** The box that marks all, where rows can be marked. */
  readonly box: ReactNode;
}

/** The names of the columns. It stays while the list scrolls under it. */
export const ListHead = ({ columns, box }: ListHeadProps) => (
  <div role="row" aria-rowindex={1} className={style.names}>
    {box !== undefined && <span role="columnheader">{box}</span>}
    {columns.map(({ id, header, meta }) => (
      <span key={id} role="columnheader" data-align={meta?.align} data-fills={meta?.fills}>
        {meta?.headMark}
        <span className={meta?.headUnseen || meta?.headMark !== undefined ? 'unseen' : undefined}>
          {String(header)}
        </span>
      </span>
    ))}
  </div>
);
