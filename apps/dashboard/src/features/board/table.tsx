import type { SessionView } from '@stepway/contracts';
import { useMediaQuery } from '@mantine/hooks';
import {
  createColumnHelper,
  FlexRender,
  tableFeatures,
  useTable,
  type Row as TableRowModel,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useSiteTitle } from '../../api/directory.ts';
import type { Rows } from '../../api/episodes.ts';
import { useKeys } from '../../frame/keys.ts';
import { chipsOf, type ChipContext } from '../../marks/attention.ts';
import { causeWords } from '../../marks/causes.ts';
import { Chip, ChipDot } from '../../marks/chip.tsx';
import { shortDisposition } from '../../marks/dispositions.ts';
import { LevelName } from '../../marks/level-mark.tsx';
import type { LevelBook } from '../../marks/levels.ts';
import { nameOf } from '../../marks/people.ts';
import { dayNumber, inOrAgo } from '../../marks/time.ts';
import { WeeklyStrip } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { flagsAt, ownerOf, type Row } from './arrange.ts';
import type { BoardFilters } from './filters.ts';
import { ActLink } from './act-link.tsx';
import { nextActOf } from './next-act.ts';
import { SortHead } from './sort-head.tsx';
import style from './table.module.css';
import { useJustChanged } from '../../lists/use-held.ts';

interface TableContext {
  readonly siteTitle: (siteId: string) => string;
  readonly staffName: (staffId: string) => string;
  /** What may be sent: none while the past is looked at. */
  readonly may: readonly SessionView['may']['send'][number][];
  readonly chips: ChipContext;
  readonly levels: LevelBook;
}

interface TableProps extends Omit<TableContext, 'siteTitle'> {
  readonly order: readonly string[];
  readonly rows: Rows;
  readonly filters: BoardFilters;
}

const features = tableFeatures({});
const column = createColumnHelper<typeof features, Row>();
const rowHeight = 36;

/** The same people as rows. Only what is in sight is on the page. */
export function PeopleTable({ order, rows, chips, levels, filters, staffName, may }: TableProps) {
  const data = useMemo(() => order.flatMap((id) => rows.get(id) ?? []), [order, rows]);
  const siteTitle = useSiteTitle();
  const columns = useMemo(
    () => columnsFor({ chips, levels, may, staffName, siteTitle }),
    [chips, levels, may, staffName, siteTitle],
  );
  const table = useTable({ features, columns, data, getRowId: (row) => row.episodeId });
  const scroll = useRef<HTMLElement>(null);
  const found = table.getRowModel().rows;
  // Only then a row may be higher than it is as a rule, and is measured.
  const wraps = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false }) ?? false;
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => found[index]?.id ?? index,
    overscan: 12,
    scrollMargin: 0,
  });
  const inSight = virtual.getVirtualItems();
  const before = inSight[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0);

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
      <table className={style.table} aria-rowcount={found.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <SortHead key={header.id} column={header.column.id} filters={filters}>
                  <table.FlexRender header={header} />
                </SortHead>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && <Filler height={before} columns={columns.length} />}
          {inSight.map(({ index, key }) => {
            const row = found[index];
            if (row === undefined) return null;
            return (
              <TableRow
                key={key}
                row={row}
                index={index}
                measure={wraps ? virtual.measureElement : undefined}
                columns={columns}
              />
            );
          })}
          {after > 0 && <Filler height={after} columns={columns.length} />}
        </tbody>
      </table>
    </section>
  );
}

const Filler = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr aria-hidden className={style.filler}>
    <td colSpan={columns} style={{ height }} />
  </tr>
);

interface TableRowProps {
  readonly row: TableRowModel<typeof features, Row>;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
  /** What its cells are drawn with: a row is drawn again when they change, and not while the table scrolls. */
  readonly columns: unknown;
}

const TableRow = memo(
  function TableRow({ row, index, measure }: TableRowProps) {
    const changed = useJustChanged(row.original.version);
    return (
      <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-changed={changed || undefined}>
        {row.getAllCells().map((cell) => (
          <td key={cell.id} data-column={cell.column.id}>
            {cell.column.id === 'person' ? (
              <Link
                to="/journeys/$episodeId/{-$tab}"
                params={{ episodeId: row.id }}
                className={style.person}
                data-place={index}
              >
                {nameOf(row.original)}
              </Link>
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) =>
    a.row.original === b.row.original &&
    a.index === b.index &&
    a.columns === b.columns &&
    (a.measure === undefined) === (b.measure === undefined),
);

const columnsFor = ({ chips, levels, may, staffName, siteTitle }: TableContext) =>
  column.columns([
    column.display({ id: 'person', header: t('board.columns.person') }),
    column.display({
      id: 'level',
      header: t('board.columns.level'),
      cell: ({ row: { original } }) =>
        original.level === null ? (
          <span className={style.quiet}>
            {original.status === 'discharged' ? t('levels.discharged') : t('levels.referred')}
          </span>
        ) : (
          <LevelName level={levels.level(original.programme, original.level)} />
        ),
    }),
    column.display({
      id: 'site',
      header: t('board.columns.site'),
      cell: ({ row: { original } }) => siteTitle(original.siteId),
    }),
    column.display({
      id: 'day',
      header: t('board.columns.day'),
      cell: ({ row: { original } }) => (
        <span className="figure">{dayNumber(original.levelSince ?? original.openedAt, chips.now)}</span>
      ),
    }),
    column.display({
      id: 'action',
      header: t('board.columns.action'),
      cell: ({ row: { original } }) => <Chips row={original} chips={chips} />,
    }),
    column.display({
      id: 'act',
      header: t('board.columns.act'),
      cell: ({ row: { original } }) => {
        const act = nextActOf(original, may);
        return act && <ActLink row={original} act={act} className={style.act} />;
      },
    }),
    column.display({
      id: 'due',
      header: t('board.columns.due'),
      cell: ({ row: { original } }) =>
        original.nextDue === null ? null : (
          <span title={chips.timeOf(original.siteId).moment(original.nextDue.at, chips.now)}>
            {causeWords(original.nextDue.cause)}{' '}
            <span className={style.quiet}>{inOrAgo(original.nextDue.at, chips.now)}</span>
          </span>
        ),
    }),
    column.display({
      id: 'weeks',
      header: t('board.columns.weeks'),
      cell: ({ row: { original } }) => <WeeklyStrip weeks={original.weeks} />,
    }),
    column.display({
      id: 'screen',
      header: t('board.columns.screen'),
      cell: ({ row: { original } }) =>
        original.lastScreen === null ? null : (
          <>
            {shortDisposition(original.lastScreen.disposition)}{' '}
            <span className={style.quiet}>
              {chips.timeOf(original.siteId).short(original.lastScreen.collectedAt, chips.now)}
            </span>
          </>
        ),
    }),
    column.display({
      id: 'owner',
      header: t('board.columns.owner'),
      cell: ({ row: { original } }) => {
        const owner = ownerOf(original);
        return owner === undefined ? <span className={style.quiet}>{t('board.unowned')}</span> : staffName(owner);
      },
    }),
  ]);

function Chips({ row, chips }: { readonly row: Row; readonly chips: ChipContext }) {
  const { first, others } = chipsOf({ ...row, flags: flagsAt(row, chips.now) }, chips);
  return (
    <span className={style.chips}>
      {first !== undefined && <Chip chip={first} />}
      {others.map((chip) => (
        <ChipDot key={chip.icon + chip.words} chip={chip} />
      ))}
    </span>
  );
}
