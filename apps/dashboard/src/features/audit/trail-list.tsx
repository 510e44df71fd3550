import type { Trail, TrailEntry } from '@stepway/contracts';
import { IconEyeOff, IconUrgent } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { useSetFilters } from '../../frame/toolbar.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import type { AuditFilters } from './filters.ts';
import { TrailPanel } from './trail-panel.tsx';
import { aboutWords, placeWords, roleOf, staffWords, whatWords } from './words.ts';

const idOf = ({ entryId }: TrailEntry) => entryId;
const labelOf = (entry: TrailEntry) => `${staffWords(entry.actor)}: ${whatWords(entry)}`;

interface TrailListProps {
  readonly filters: AuditFilters;
  readonly query: UseInfiniteQueryResult<InfiniteData<Trail>>;
}

/** The trail, the newest first. */
export function TrailList({ filters, query }: TrailListProps) {
  const setFilters = useSetFilters<AuditFilters>();
  const now = useNow();
  const time = useSiteTime();
  const entries = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const columns = useMemo(() => columnsFor(time, now), [time, now]);
  const chosen = entries.find(({ entryId }) => entryId === filters.row);
  const verified = query.data?.pages[0]?.verified ?? null;
  const { row: _, ...question } = filters;
  return (
    <ListArea
      panel={
        chosen !== undefined && (
          <TrailPanel entry={chosen} verified={verified} close={() => setFilters({ row: undefined })} />
        )
      }
    >
      <ListState
        what={t('audit.trailWhat')}
        query={query}
        columns={columns}
        isEmpty={entries.length === 0}
        empty={
          <StatePanel icon={IconEyeOff} title={t('audit.empty')}>
            {t('audit.emptyWhy')}
          </StatePanel>
        }
      >
        <List
          name={t('audit.trail')}
          rows={entries}
          idOf={idOf}
          labelOf={labelOf}
          columns={columns}
          question={JSON.stringify(question)}
          more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
          chosen={filters.row}
          choose={(row) => setFilters({ row })}
          open={({ entryId }) => setFilters({ row: entryId })}
        />
      </ListState>
    </ListArea>
  );
}

const columnsFor = (time: SiteTime, now: number): readonly ListColumn<TrailEntry>[] => [
  {
    id: 'when',
    head: t('audit.when'),
    width: '150px',
    cell: ({ at }) => <span className="figure">{time.moment(at, now)}</span>,
  },
  {
    id: 'who',
    head: t('audit.who'),
    width: 'minmax(150px, 1fr)',
    names: true,
    cell: ({ actor }) => (
      <span className={style.who}>
        {staffWords(actor)} <span className={style.quiet}>{roleOf(actor.role)}</span>
      </span>
    ),
  },
  {
    id: 'what',
    head: t('audit.what'),
    width: 'minmax(190px, 1.4fr)',
    cell: (entry) => (
      <span className={style.what}>
        {entry.emergencyId !== null && (
          <IconUrgent
            size={15}
            stroke={1.75}
            className={style.mark}
            role="img"
            aria-label={t('audit.underEmergency')}
          />
        )}
        <span className={style.cut} data-denied={entry.outcome === 'denied' || undefined}>
          {whatWords(entry)}
        </span>
      </span>
    ),
  },
  {
    id: 'about',
    head: t('audit.about'),
    width: 'minmax(150px, 1.2fr)',
    cell: (entry) => <span className={style.cut}>{aboutWords(entry)}</span>,
  },
  {
    id: 'where',
    head: t('audit.where'),
    width: 'minmax(130px, 0.8fr)',
    from: 860,
    cell: (entry) => <span className={style.quiet}>{placeWords(entry)}</span>,
  },
];
