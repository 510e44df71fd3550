import { useVirtualizer } from '@tanstack/react-virtual';
import type { SessionView } from '@stepway/contracts';
import { useMemo, useRef } from 'react';
import type { Rows } from '../../api/episodes.ts';
import type { ChipContext } from '../../marks/attention.ts';
import { t } from '../../texts/texts.ts';
import type { Column } from './arrange.ts';
import style from './columns.module.css';
import { CardAct } from './card-act.tsx';
import { PersonRow } from './person-row.tsx';

type Item =
  | { readonly kind: 'head'; readonly words: string; readonly count: number }
  | { readonly kind: 'person'; readonly id: string; readonly needs: boolean; readonly at: number };

const heights = { head: 30, needs: 59, quiet: 28 };
const heightOf = (item: Item | undefined) =>
  item?.kind === 'person' ? (item.needs ? heights.needs : heights.quiet) : heights.head;

interface ColumnListProps {
  readonly column: Column;
  readonly rows: Rows;
  readonly context: ChipContext;
  readonly may: readonly SessionView['may']['send'][number][];
  readonly name: string;
  /** The person at this place of the column is the one that Tab reaches. */
  readonly tabStop: number;
}

/** The people of one level, scrolled inside the column; only what is in sight is on the page. */
export function ColumnList({ column, rows, context, may, name, tabStop }: ColumnListProps) {
  const items = useMemo(() => itemsOf(column), [column]);
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => heightOf(items[index]),
    getItemKey: (index) => keyOf(items[index]),
    overscan: 10,
  });
  const people = column.needsAction.length + column.onCourse.length;

  return (
    <section ref={scroll} className={style.scroll} aria-label={name} tabIndex={people === 0 ? 0 : -1}>
      {people === 0 && <p className={style.nobody}>{t('board.empty.column')}</p>}
      <ul style={{ height: virtual.getTotalSize() }} className={style.list}>
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
              <li key={key} {...placed} className={style.section}>
                {item.words} <span className="figure">{item.count}</span>
              </li>
            );
          const row = rows.get(item.id);
          if (row === undefined) return null;
          return (
            <li key={key} {...placed}>
              <PersonRow row={row} context={context} place={`${column.id} ${item.at}`} tabbable={item.at === tabStop} />
              {item.needs && <CardAct row={row} may={may} tabbable={item.at === tabStop} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function itemsOf({ needsAction, onCourse }: Column): readonly Item[] {
  return [
    ...section(t('board.needsAction'), needsAction, true, 0),
    ...section(t('board.onCourse'), onCourse, false, needsAction.length),
  ];
}

const section = (words: string, ids: readonly string[], needs: boolean, from: number): readonly Item[] =>
  ids.length === 0
    ? []
    : [
        { kind: 'head', words, count: ids.length },
        ...ids.map((id, at) => ({ kind: 'person', id, needs, at: from + at }) as const),
      ];

const keyOf = (item: Item | undefined): string => (item?.kind === 'person' ? item.id : (item?.words ?? ''));
