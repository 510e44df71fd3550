import { Button, Checkbox } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type CSSProperties } from 'react';
import { t } from '../texts/texts.ts';
import { listFeatures, tableColumns, tracksOf, type ListColumn } from './columns.ts';
import style from './list.module.css';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import type { Marked } from './marked.ts';
import { changesBetween, currentOf, idsOf, itemsOf, sectionsOf } from './sections.ts';
import { useHeld } from './use-held.ts';
import { useListKeys } from './use-list-keys.ts';

/** A group of rows: "Overdue 6". */
export interface ListGroup {
  readonly id: string;
  readonly words: string;
}

export interface ListProps<Row> {
  /** What it is a list of, said to those who hear it. */
  readonly name: string;
  /** In the order they should stand; where they stand is held while somebody works in the list. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** Who or what a row is: for its box, and for who hears it. */
  readonly labelOf: (row: Row) => string;
  /** Changes with every change of the row: it is then marked for a moment. */
  readonly versionOf?: (row: Row) => number;
  readonly columns: readonly ListColumn<Row>[];
  readonly groups?: readonly ListGroup[];
  readonly groupOf?: (row: Row) => string;
  /** What is asked for (filters, search, order) as one text: when it changes, nothing is held. */
  readonly question: string;
  /** The height that rows have as a rule: 28 quiet, 36, 44 two lines. A row may be higher where its text needs it. */
  readonly rowHeight?: 28 | 36 | 44;
  /** The height of one row, where quiet rows are lower than others. */
  readonly heightOf?: (row: Row) => 28 | 36 | 44;
  /** Asked when the end of what is loaded comes into sight. */
  readonly more?: (() => void) | undefined;
  /** The row whose panel is open, as the address says. */
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
  /** Told which row is current, also while no panel is open. */
  readonly onCurrent?: (id: string | undefined) => void;
  /** A row to which the focus goes: told anew each time, as an object of its own. */
  readonly goTo?: { readonly id: string } | undefined;
  /** Enter on a row whose panel is open already (or on any, where there is no panel). */
  readonly open: (row: Row) => void;
  /** Given where rows can be marked for an act on all of them. */
  readonly marked?: Marked;
}

const ungrouped: readonly ListGroup[] = [{ id: '', words: '' }];
const headHeight = 28;
/** Rows from the end of what is loaded at which the next page is asked for. */
const endIsNear = 60;

/**
 * The list of every screen that is one: a grid of which only the rows in sight are on the page. One stop of Tab:
 * J K or the arrows move the current row, X marks it, Enter opens it; what can be pressed in it follows by Tab.
 * The place it takes up is its parent's: a column that may shrink (`ListArea`).
 */
export function List<Row extends object>(props: ListProps<Row>) {
  const { name, rows, idOf, labelOf, columns, question, chosen, choose, open, marked, rowHeight = 36 } = props;
  const { groups = ungrouped, groupOf, versionOf, heightOf, more, onCurrent, goTo } = props;
  const area = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();

  const byId = useMemo(() => new Map(rows.map((row) => [idOf(row), row])), [rows, idOf]);
  const newest = useMemo(
    () =>
      sectionsOf(
        rows,
        idOf,
        groups.map(({ id }) => id),
        groupOf ?? (() => ''),
      ),
    [rows, idOf, groups, groupOf],
  );
  const held = useHeld(area, newest, question, changesBetween);
  const items = useMemo(() => itemsOf(held.shown), [held.shown]);
  const ids = useMemo(() => idsOf(held.shown), [held.shown]);
  // A row that is no longer there is shown as it was last while the order is held.
  const known = useRef(new Map<string, Row>());
  const data = useMemo(() => {
    known.current = new Map(ids.flatMap((id) => entry(id, byId.get(id) ?? known.current.get(id))));
    return [...known.current.values()];
  }, [ids, byId]);

  const [asked, ask] = useState<{ readonly id: string | undefined; readonly at: number }>({ id: chosen, at: 0 });
  const current = currentOf(ids, chosen ?? asked.id, asked.at);
  const at = current === undefined ? -1 : ids.indexOf(current);

  const shownColumns = useMemo(() => tableColumns(columns, width === 0 ? Infinity : width), [columns, width]);
  const heightIn = (row: Row | undefined) => (row && heightOf?.(row)) ?? rowHeight;
  const table = useTable({ features: listFeatures, columns: shownColumns, data, getRowId: idOf });
  const tableRows = table.getRowModel().rowsById;
  const currentItem = items.findIndex((item) => item.kind === 'row' && item.at === at);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => {
      const item = items[index];
      return item?.kind === 'head' ? headHeight : heightIn(item === undefined ? undefined : byId.get(item.id));
    },
    getItemKey: (index) => keyOf(items[index]),
    overscan: 12,
    scrollPaddingStart: 30,
    // The current row stays on the page wherever it is scrolled to: it has the focus.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return currentItem < 0 || inSight.includes(currentItem)
        ? inSight
        : [...inSight, currentItem].toSorted((a, b) => a - b);
    },
  });

  const lastInSight = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const endInSight = lastInSight >= items.length - endIsNear;
  const askForMore = useEffectEvent(() => more?.());
  useEffect(() => {
    if (endInSight) askForMore();
  }, [endInSight, items.length]);

  const tellCurrent = useEffectEvent(() => onCurrent?.(current));
  useEffect(() => tellCurrent(), [current]);

  const move = (to: number) => {
    const id = ids[to];
    if (id === undefined) return undefined;
    ask({ id, at: to });
    if (chosen !== undefined) choose(id);
    virtual.scrollToIndex(items.findIndex((item) => item.kind === 'row' && item.at === to));
    return id;
  };
  useListKeys({
    grid: scroll,
    current,
    at,
    count: ids.length,
    goTo,
    placeOf: (id) => ids.indexOf(id),
    move,
    mark: marked && (() => current !== undefined && marked.toggle(current)),
  });

  const tracks = `${marked === undefined ? '' : '36px '}${tracksOf(shownColumns)}`;
  return (
    <div ref={area} className={style.area}>
      {held.waiting > 0 && (
        <Button className={style.waiting} size="compact-sm" onClick={held.show}>
          {t('lists.changes', { count: held.waiting })}
        </Button>
      )}
      <div
        ref={scroll}
        className={style.scroll}
        role="grid"
        aria-label={name}
        aria-rowcount={items.length + 1}
        aria-multiselectable={marked !== undefined}
        style={{ '--tracks': tracks } as CSSProperties}
        data-narrow={(width > 0 && width < 720) || undefined}
      >
        <div ref={measured} className={style.head} role="rowgroup">
          <ListHead
            columns={shownColumns}
            box={
              marked && (
                <Checkbox
                  size="xs"
                  aria-label={t('lists.markAll')}
                  tabIndex={-1}
                  checked={ids.length > 0 && marked.ids.size === ids.length}
                  indeterminate={marked.ids.size > 0 && marked.ids.size < ids.length}
                  onChange={() => (marked.ids.size > 0 ? marked.clear() : marked.set(ids))}
                />
              )
            }
          />
        </div>
        <div role="rowgroup" className={style.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const placed = {
              ref: virtual.measureElement,
              'data-index': index,
              style: { transform: `translateY(${start}px)` },
            };
            if (item.kind === 'head')
              return (
                <div key={key} {...placed} role="row" aria-rowindex={index + 2} className={style.group}>
                  <span role="gridcell" aria-colspan={shownColumns.length}>
                    {groups.find(({ id }) => id === item.group)?.words ?? item.group}{' '}
                    <span className="figure">{item.count}</span>
                  </span>
                </div>
              );
            const row = tableRows[item.id];
            if (row === undefined) return null;
            return (
              <div key={key} {...placed} role="none" className={style.place}>
                <ListRow
                  row={row}
                  label={labelOf(row.original)}
                  version={versionOf?.(row.original) ?? 0}
                  index={index}
                  height={heightIn(row.original)}
                  current={item.id === current}
                  opened={item.id === chosen}
                  gone={!byId.has(item.id)}
                  marked={marked?.ids.has(item.id)}
                  mark={
                    marked &&
                    (() => {
                      // J, K and X go on from the row whose box was ticked.
                      ask({ id: item.id, at: item.at });
                      marked.toggle(item.id);
                    })
                  }
                  choose={() => {
                    ask({ id: item.id, at: item.at });
                    choose(item.id);
                  }}
                  enter={() => (chosen === item.id ? open(row.original) : choose(item.id))}
                  focused={() => item.id !== current && move(item.at)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const entry = <Row,>(id: string, row: Row | undefined) => (row === undefined ? [] : [[id, row] as const]);
const keyOf = (item: ReturnType<typeof itemsOf>[number] | undefined): string =>
  item === undefined ? '' : item.kind === 'row' ? item.id : `group ${item.group}`;
