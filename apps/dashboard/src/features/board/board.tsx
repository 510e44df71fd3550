import { Button } from '@mantine/core';
import { IconHistoryOff, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useStaffName } from '../../api/directory.ts';
import type { Rows } from '../../api/episodes.ts';
import { capacityQuery } from '../../api/queries.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useCensus, useRows } from '../../api/use-rows.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { usePast, usePastOfScreen, useShownMoment } from '../../frame/past.ts';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { AfterAMoment, Failure, StatePanel } from '../../frame/states.tsx';
import type { ChipContext } from '../../marks/attention.ts';
import { inSentence } from '../../marks/levels.ts';
import { StripLegend } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { arrange, filtered, movesBetween, sorted, type Column } from './arrange.ts';
import style from './board.module.css';
import { Columns } from './columns.tsx';
import { BoardFilters, noFilters, usualSort } from './filters.ts';
import { sameFilters, useKeptViews } from './kept-views.ts';
import { BoardSkeleton } from './skeleton.tsx';
import { PeopleTable } from './table.tsx';
import { BoardToolbar } from './toolbar.tsx';
import { useHeld } from '../../lists/use-held.ts';
import { views } from './words.ts';

const nobody: Rows = new Map();
const none: readonly never[] = [];

/** Who is where, and who needs somebody. */
export function Board({ filters }: { readonly filters: BoardFilters }) {
  const { actor, may } = useSession();
  const me = actor.id;
  const keptViews = useKeptViews(me);
  const staffName = useStaffName();
  const discharged = filters.status === 'discharged';
  const table = filters.view === 'table' || discharged;
  const past = usePast();
  const { data, error, isPending, isFetching, refetch } = useRows(discharged ? 'discharged' : 'on-the-board', past);
  const rows = data ?? nobody;
  const { data: census } = useCensus(past);
  const { data: places } = useQuery({
    ...capacityQuery,
    enabled: past === undefined && may.ask.includes('capacity'),
  });
  const [name, setName] = useState('');
  const book = useLevels();
  const now = useShownMoment();
  const timeOf = useTimeOf();
  usePastOfScreen(undefined, past && noteOf(rows, isFetching));
  const area = useRef<HTMLDivElement>(null);
  const looking = useMemo(
    () => ({ me, yearOf: (siteId: string, at: string | number) => Number(timeOf(siteId).year(at)) }),
    [me, timeOf],
  );

  const programme = filters.programme ?? commonest(rows);
  const levels = useMemo(() => (programme === undefined ? [] : book.levelsOf({ id: programme })), [book, programme]);
  const ofProgramme = useMemo(
    () => filtered(rows.values(), { ...filters, programme, flag: undefined, level: undefined }, '', now, looking),
    [rows, filters, programme, now, looking],
  );
  const order = useMemo(
    () =>
      sorted(filtered(ofProgramme, filters, name, now, looking), filters.sort ?? usualSort(filters), now, {
        descending: filters.order === 'desc',
        rank: ({ programme: of, level }) => (level === null ? -1 : book.level(of, level).index),
      }),
    [ofProgramme, filters, name, now, looking, book],
  );
  const columns = useMemo(() => arrange(order, now), [order, now]);
  const newest = useMemo(() => ({ columns, ids: order.map(({ episodeId }) => episodeId) }), [columns, order]);
  const held = useHeld(
    area,
    newest,
    JSON.stringify([filters, name, programme, isPending, past, past && rows.size]),
    changesBetween,
  );
  const chips = useMemo<ChipContext>(
    () => ({
      now,
      timeOf,
      levelInSentence: (id) => inSentence(levels.find((level) => level.id === id)?.title ?? id),
    }),
    [now, timeOf, levels],
  );
  const owners = useMemo(
    () => [...new Set([...rows.values()].flatMap(({ careTeam = [] }) => careTeam.map(({ staffId }) => staffId)))],
    [rows],
  )
    .map((id) => ({ id, words: staffName(id) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
  const counts = useMemo(
    () => views.map(({ flag }) => filtered(ofProgramme, { ...filters, flag }, name, now, looking).length),
    [ofProgramme, filters, name, now, looking],
  );
  const shownLevels = filters.level === undefined ? levels : levels.filter(({ id }) => id === filters.level);

  return (
    <>
      <BoardToolbar
        filters={filters}
        levels={levels}
        programmes={book.programmes}
        programme={programme}
        counts={data === undefined ? [] : counts} // not known is not nought
        found={data && order.length}
        name={name}
        setName={setName}
        owners={owners}
        kept={keptViews.views.map((view) => ({
          ...view,
          count: data && filtered(rows.values(), { programme, ...view.filters }, name, now, looking).length,
        }))}
        keep={(called) => keptViews.keep(called, BoardFilters.parse(filters))}
        forget={keptViews.forget}
      />
      <div ref={area} className={style.area}>
        {held.waiting > 0 && (
          <Button className={style.waiting} size="compact-sm" onClick={held.show}>
            {t('lists.changes', { count: held.waiting })}
          </Button>
        )}
        {isPending ? (
          <AfterAMoment>
            <BoardSkeleton levels={levels.length === 0 ? 4 : levels.length} />
          </AfterAMoment>
        ) : data === undefined ? (
          <Failure what={t('board.whole')} error={error} retry={() => void refetch()} />
        ) : held.shown.ids.length === 0 && past !== undefined ? (
          <StatePanel icon={IconHistoryOff} title={t('past.nobody')}>
            {isFetching ? t('past.loading', { loaded: rows.size }) : t('past.nobodyWords')}
          </StatePanel>
        ) : held.shown.ids.length === 0 ? (
          <Nobody filters={filters} name={name} clearName={() => setName('')} />
        ) : table ? (
          <PeopleTable
            order={held.shown.ids}
            rows={rows}
            chips={chips}
            levels={book}
            filters={filters}
            staffName={staffName}
            may={past === undefined ? may.send : none}
          />
        ) : (
          <Columns
            may={past === undefined ? may.send : none}
            asRows={filters.view === 'rows'}
            columns={held.shown.columns}
            levels={shownLevels}
            capacity={places?.filter(
              (row) => row.programme === programme && (filters.site === undefined || row.siteId === filters.site),
            )}
            census={(census?.rows ?? []).filter(
              (row) => row.programme === programme && (filters.site === undefined || row.siteId === filters.site),
            )}
            rows={rows}
            context={chips}
          />
        )}
      </div>
      <FootBar>
        {table ? (
          <StripLegend />
        ) : (
          <>
            <span className={style.stripLegend}>
              <StripLegend />
            </span>
            <BarLegend withFree={levels.some(({ capacity }) => capacity !== null)} />
          </>
        )}
      </FootBar>
    </>
  );
}

/** Who stands where, by level and as one list. */
interface Order {
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
}

const changesBetween = (from: Order, to: Order): number =>
  Math.max(movesBetween(from.columns, to.columns), from.ids.join() === to.ids.join() ? 0 : 1);

/** What the board of the past admits: that more is being read, or what was not yet known. */
function noteOf(rows: Rows, isFetching: boolean): string | undefined {
  if (isFetching) return t('past.loading', { loaded: rows.size });
  const count = [...rows.values()].filter(({ toldLater }) => (toldLater?.facts ?? 0) > 0).length;
  return count === 0 ? undefined : t('past.people', { count });
}

/** The programme most people are in. */
function commonest(rows: Rows): string | undefined {
  const counts = new Map<string, number>();
  for (const { programme } of rows.values()) counts.set(programme.id, (counts.get(programme.id) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

interface NobodyProps {
  readonly filters: BoardFilters;
  readonly name: string;
  readonly clearName: () => void;
}

function Nobody({ filters, name, clearName }: NobodyProps) {
  const navigate = useNavigate();
  if (
    name === '' &&
    sameFilters({ ...filters, view: undefined, sort: undefined, order: undefined, status: undefined }, noFilters)
  )
    return filters.status === 'discharged' ? (
      <StatePanel icon={IconUsers} title={t('board.empty.discharged')}>
        {t('board.empty.dischargedWords')}
      </StatePanel>
    ) : (
      <StatePanel icon={IconUsers} title={t('board.empty.board')}>
        {t('board.empty.boardWords')}
      </StatePanel>
    );
  return (
    <StatePanel
      icon={IconUserSearch}
      title={t('board.empty.noMatch')}
      action={
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            clearName();
            void navigate({ to: '/board', search: { view: filters.view, status: filters.status }, replace: true });
          }}
        >
          {t('board.empty.showEveryone')}
        </Button>
      }
    >
      {name === '' ? t('board.empty.noMatchWords') : t('board.empty.noMatchWithName')}
    </StatePanel>
  );
}

const BarLegend = ({ withFree }: { readonly withFree: boolean }) => (
  <span className={style.legend}>
    <span>
      <i data-part="here" /> {t('board.legend.here')}
    </span>
    <span>
      <i data-part="hand-off" /> {t('board.legend.inHandOff')}
    </span>
    {withFree && (
      <span>
        <i data-part="free" /> {t('board.legend.free')}
      </span>
    )}
  </span>
);
