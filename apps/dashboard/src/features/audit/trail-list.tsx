import type { Trail, TrailEntry } from '@stepway/contracts';
import { IconEyeOff, IconUrgent } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { StatePanel } from '../../frame/states.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { t } from '../../texts/texts.ts';
import { AuditList } from './audit-list.tsx';
import style from './audit.module.css';
import type { AuditFilters } from './filters.ts';
import { TrailPanel } from './trail-panel.tsx';
import { aboutWords, placeWords, staffWords, whatWords } from './words.ts';

const idOf = ({ entryId }: TrailEntry) => entryId;
const labelOf = (entry: TrailEntry) => `${staffWords(entry.actor)}: ${whatWords(entry)}`;

interface TrailListProps {
  readonly filters: AuditFilters;
  readonly query: UseInfiniteQueryResult<InfiniteData<Trail>>;
}

/** The trail, the newest first. */
export function TrailList({ filters, query }: TrailListProps) {
  const entries = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const verified = query.data?.pages[0]?.verified ?? null;
  const { row, ...question } = filters;
  const columns = useMemo(() => columnsOf(), []);
  return (
    <AuditList
      name={t('audit.trail')}
      what={t('audit.trailWhat')}
      query={query}
      rows={entries}
      idOf={idOf}
      labelOf={labelOf}
      columns={columns}
      empty={
        <StatePanel icon={IconEyeOff} title={t('audit.empty')}>
          {t('audit.emptyWhy')}
        </StatePanel>
      }
      question={JSON.stringify(question)}
      more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
      chosen={row}
      panelOf={(entry, close) => <TrailPanel entry={entry} verified={verified} close={close} />}
    />
  );
}

const columnsOf = (): readonly ListColumn<TrailEntry>[] => [
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
