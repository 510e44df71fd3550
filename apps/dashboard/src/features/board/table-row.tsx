import { memo } from 'react';
import { useJustChanged } from '../../lists/use-held.ts';
import type { Row } from './arrange.ts';
import type { Column } from './table-columns.tsx';
import style from './table.module.css';

interface TableRowProps {
  readonly row: Row;
  /** Its place in the list, and how far from the top of it. */
  readonly at: number;
  readonly start: number;
  readonly columns: readonly Column[];
  /** Where a row may be higher than others. */
  readonly measure: ((element: Element | null) => void) | undefined;
}

/** One person of the table. Drawn once when it comes into sight, again when something of it changes, never by scrolling. */
export const TableRow = memo(function TableRow({ row, at, start, columns, measure }: TableRowProps) {
  const changed = useJustChanged(row.version);
  return (
    <div
      ref={measure}
      role="row"
      className={style.row}
      data-index={at}
      aria-rowindex={at + 2}
      data-changed={changed || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map(({ id, cell }) => (
        <div key={id} role="cell" data-column={id}>
          {cell(row, at)}
        </div>
      ))}
    </div>
  );
});
