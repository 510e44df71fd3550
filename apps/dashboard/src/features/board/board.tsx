import { Button } from '@mantine/core';
import { IconUsers, IconUserSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Rows } from '../../api/episodes.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useCensus, useRows } from '../../api/use-rows.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { usePast, usePastOfScreen, useShownMoment } from '../../frame/past.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { AfterAMoment, Failure, StatePanel } from '../../frame/states.tsx';
import type { ChipContext } from '../../marks/attention.ts';
import { inSentence } from '../../marks/levels.ts';
import { StripLegend } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { arrange, filtered, movesBetween, sorted } from './arrange.ts';
import style from './board.module.css';
import { Columns } from './columns.tsx';
import type { BoardFilters } from './filters.ts';
import { BoardSkeleton } from './skeleton.tsx';
import { PeopleTable } from './table.tsx';
import { BoardToolbar } from './toolbar.tsx';
import { useHeld } from '../../lists/use-held.ts';
import { views } from './words.ts';

const nobody: Rows = new Map();

/** Who is where, and who needs somebody. */
export function Board({ filters }: { readonly filters: BoardFilters }) {
  const discharged = filters.status === 'discharged';
  const table = filters.view === 'table' || discharged;
  const past = usePast();
  const { data, error, isPending, isFetching, refetch } = useRows(discharged ? 'discharged' : 'on-the-board', past);
  const rows = data ?? nobody;
  const { data: census } = useCensus(past);
  const [name, setName] = useState('');
  const book = useLevels();
  const now = useShownMoment();
  const time = useSiteTime();
  usePastOfScreen(undefined, past && noteOf(rows, isFetching));
  const area = useRef<HTMLDivElement>(null);

  const programme = filters.programme ?? commonest(rows);
  const levels = useMemo(() => (programme === undefined ? [] : book.levelsOf({ id: programme })), [book, programme]);
  const ofProgramme = useMemo(
    () => filtered(rows.values(), { ...filters, programme, flag: undefined, level: undefined }, '', now),
    [rows, filters, programme, now],
  );
  const order = useMemo(
    () => sorted(filtered(ofProgramme, filters, name, now), filters.sort ?? 'action', now),
    [ofProgramme, filters, name, now],
  );
  const columns = useMemo(() => arrange(order), [order]);
  const newest = useMemo(() => ({ columns, ids: order.map(({ episodeId }) => episodeId) }), [columns, order]);
  const held = useHeld(
    area,
    newest,
    JSON.stringify([filters, name, programme, isPending, past, past && rows.size]),
    (from, to) => Math.max(movesBetween(from.columns, to.columns), from.ids.join() === to.ids.join() ? 0 : 1),
  );
  const chips = useMemo<ChipContext>(
    () => ({
      now,
      time,
      levelInSentence: (id) => inSentence(levels.find((level) => level.id === id)?.title ?? id),
    }),
    [now, time, levels],
  );
  const counts = views.map(({ flag }) => filtered(ofProgramme, { ...filters, flag }, name, now).length);
  const shownLevels = filters.level === undefined ? levels : levels.filter(({ id }) => id === filters.level);

  return (
    <>
      <BoardToolbar
        filters={filters}
        levels={levels}
        programmes={book.programmes}
        programme={programme}
        counts={data === undefined ? [] : counts} // not known is not nought
        name={name}
        setName={setName}
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
        ) : held.shown.ids.length === 0 ? (
          <Nobody filters={filters} name={name} clearName={() => setName('')} />
        ) : table ? (
          <PeopleTable order={held.shown.ids} rows={rows} chips={chips} levels={book} />
        ) : (
          <Columns
            columns={held.shown.columns}
            levels={shownLevels}
            census={(census?.rows ?? []).filter((row) => row.programme === programme)}
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
  if (name === '' && filters.flag === undefined && filters.level === undefined)
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
