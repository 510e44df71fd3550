import { Checkbox } from '@mantine/core';
import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import { useMemo, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { t } from '../texts/texts.ts';
import type { listFeatures } from './columns.ts';
import style from './list.module.css';
import { CurrentRow } from './row-act.tsx';
import { useJustChanged } from './use-held.ts';

interface ListRowProps<Row extends object> {
  readonly row: TableRow<typeof listFeatures, Row>;
  readonly label: string;
  readonly version: number;
  readonly index: number;
  readonly height: number;
  readonly current: boolean;
  /** Its panel is open. */
  readonly opened: boolean;
  /** No longer in the list, and shown only while its order is held. */
  readonly gone: boolean;
  readonly marked: boolean | undefined;
  readonly mark: (() => void) | undefined;
  readonly choose: () => void;
  readonly enter: () => void;
  readonly focused: () => void;
}

const isPressed = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, label') !== null;

/** One row: a press anywhere but on what can be pressed in it chooses it. */
export function ListRow<Row extends object>(props: ListRowProps<Row>) {
  const { row, label, version, index, height, current, opened, gone, marked, mark, choose, enter, focused } = props;
  const changed = useJustChanged(version);
  const inRow = useMemo(() => ({ current, primary: current && !opened }), [current, opened]);
  return (
    <div
      role="row"
      className={style.row}
      style={{ minHeight: height }}
      tabIndex={current ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={marked ?? current}
      aria-current={current}
      data-row={row.id}
      data-changed={changed || undefined}
      data-gone={gone || undefined}
      onClick={(event: MouseEvent) => !isPressed(event.target) && choose()}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && event.target === event.currentTarget && enter()}
      onFocus={(event: FocusEvent) => event.target === event.currentTarget && focused()}
    >
      <CurrentRow value={inRow}>
        {mark !== undefined && (
          <span role="gridcell">
            <Checkbox
              size="xs"
              aria-label={t('lists.markOne', { whom: label })}
              tabIndex={current ? 0 : -1}
              checked={marked ?? false}
              onChange={mark}
            />
          </span>
        )}
        {row.getAllCells().map((cell) => {
          const { meta } = cell.column.columnDef;
          return (
            <span
              key={cell.id}
              role={meta?.names === true ? 'rowheader' : 'gridcell'}
              data-align={meta?.align}
              data-fills={meta?.fills}
            >
              <FlexRender cell={cell} />
              {gone && meta?.names === true && <span className={style.goneWords}>{t('lists.gone')}</span>}
            </span>
          );
        })}
      </CurrentRow>
    </div>
  );
}
