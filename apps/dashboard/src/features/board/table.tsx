import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSiteTitle } from '../../api/directory.ts';
import type { Rows } from '../../api/episodes.ts';
import { useKeys } from '../../frame/keys.ts';
import { usePlainLinks } from '../../frame/plain-links.ts';
import { t } from '../../texts/texts.ts';
import type { BoardFilters } from './filters.ts';
import { SortHead } from './sort-head.tsx';
import { columnsFor, type TableContext } from './table-columns.tsx';
import { TableRow } from './table-row.tsx';
import style from './table.module.css';

interface TableProps extends Omit<TableContext, 'siteTitle' | 'links' | 'discharged'> {
  readonly order: readonly string[];
  readonly rows: Rows;
  readonly filters: BoardFilters;
}

const rowHeight = 36;
const headHeight = 31;
const estimateSize = () => rowHeight;

/**
 * The same people as rows. Only what is in sight is on the page, each row in a place of its own: who comes into sight
 * moves nobody, and nothing else is laid out again.
 */
export function PeopleTable({ order, rows, chips, levels, filters, staffName, may }: TableProps) {
  const siteTitle = useSiteTitle();
  const links = usePlainLinks();
  const discharged = filters.status === 'discharged';
  const columns = useMemo(
    () => columnsFor({ chips, levels, may, staffName, siteTitle, links, discharged }),
    [chips, levels, may, staffName, siteTitle, links, discharged],
  );
  const found = useMemo(() => order.filter((id) => rows.has(id)), [order, rows]);
  const scroll = useRef<HTMLElement>(null);
  // Only then a row may be higher than it is as a rule, and is measured.
  const wraps = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false }) ?? false;
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroll.current,
    estimateSize,
    // The same function while the list is the same: with another one all places are counted anew.
    getItemKey: useCallback((index: number) => found[index] ?? index, [found]),
    overscan: 12,
    // The head lies over the first of what is in sight, and moves the list down.
    scrollPaddingEnd: headHeight,
  });

  const step = (by: number) => (event: KeyboardEvent) => {
    const place = document.activeElement?.getAttribute('data-place');
    if (typeof place !== 'string' && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const from = wanted.current ?? (typeof place === 'string' ? Number(place) : -1);
    const at = Math.min(Math.max(from < 0 ? 0 : from + by, 0), found.length - 1);
    wanted.current = at;
    virtual.scrollToIndex(at);
    focusWanted();
  };
  // Where the keys have led: the row may be drawn only a moment after it is scrolled to.
  const wanted = useRef<number | undefined>(undefined);
  const focusWanted = () => {
    const link = scroll.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    if (link === null || link === undefined) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wanted.current !== undefined) focusWanted();
  });
  useKeys('table', { j: step(1), k: step(-1), ArrowDown: step(1), ArrowUp: step(-1) });

  return (
    <section ref={scroll} className={style.scroll} aria-label={t('board.people')} tabIndex={0}>
      <div
        role="table"
        className={style.table}
        data-discharged={discharged || undefined}
        aria-rowcount={found.length + 1}
      >
        <div role="rowgroup" className={style.head}>
          <div role="row" aria-rowindex={1} className={style.row}>
            {columns.map(({ id, head }) => (
              <SortHead key={id} column={id} filters={filters}>
                {head}
              </SortHead>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={style.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows.get(found[index] ?? '');
            return (
              row && (
                <TableRow
                  key={key}
                  row={row}
                  at={index}
                  start={start}
                  columns={columns}
                  measure={wraps ? virtual.measureElement : undefined}
                />
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
