import { createColumnHelper, metaHelper, tableFeatures, type ColumnDef } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** One column of a list. */
export interface ListColumn<Row> {
  readonly id: string;
  /** Its name; where nothing is to be read above the column (acts) it is still said to those who hear the list. */
  readonly head: string;
  readonly headUnseen?: boolean;
  /** What stands above the column instead of its name, where that is a drawing. */
  readonly headMark?: ReactNode;
  /** A track of the grid: `minmax(140px, 1fr)`, `96px`. The same in every row, so that nothing jumps while scrolling. */
  readonly width: string;
  /** Figures and acts stand at the end. */
  readonly align?: 'end';
  /** A drawing over the whole height of the row. */
  readonly fills?: boolean;
  /** Least width of the list, in pixels, at which the column is shown. The panel beside it makes a list narrower. */
  readonly from?: number;
  /** The cell that says who or what the row is: a screen reader reads it as the row's heading. */
  readonly names?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** What the table knows of a column beside its cells. */
export type ColumnMeta = Pick<ListColumn<never>, 'width' | 'align' | 'names' | 'fills' | 'headUnseen' | 'headMark'>;

export const listFeatures = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });
type Features = typeof listFeatures;

/** The columns for which a list of this width has room, as the table takes them. */
export function tableColumns<Row extends object>(
  columns: readonly ListColumn<Row>[],
  width: number,
): ColumnDef<Features, Row>[] {
  const helper = createColumnHelper<Features, Row>();
  return columns
    .filter(({ from = 0 }) => width >= from)
    .map(({ id, head, cell, ...meta }) =>
      helper.display({ id, header: head, cell: ({ row }) => cell(row.original), meta }),
    );
}

/** The tracks of the grid. */
export const tracksOf = (columns: readonly { readonly meta?: ColumnMeta }[]): string =>
  columns.map(({ meta }) => meta?.width ?? '1fr').join(' ');
