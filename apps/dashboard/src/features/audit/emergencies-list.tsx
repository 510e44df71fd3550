import type { EmergencyView } from '@stepway/contracts';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNow } from '../../api/now.ts';
import { useSiteTime } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { useSetFilters } from '../../frame/toolbar.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { nameOf } from '../../marks/people.ts';
import type { SiteTime } from '../../marks/time.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import { EmergencyPanel } from './emergency-panel.tsx';
import type { AuditFilters } from './filters.ts';
import { emergenciesQuery } from './requests.ts';
import { roleOf, staffWords } from './words.ts';

const idOf = ({ emergencyId }: EmergencyView) => emergencyId;
const labelOf = (emergency: EmergencyView) => `${staffWords(emergency.actor)}: ${nameOf(emergency)}`;

/** Emergency accesses that wait for a review, or were reviewed. */
export function EmergenciesList({ filters }: { readonly filters: AuditFilters }) {
  const state = filters.state ?? 'open';
  const query = useQuery(emergenciesQuery(state));
  const setFilters = useSetFilters<AuditFilters>();
  const now = useNow();
  const time = useSiteTime();
  const columns = useMemo(() => columnsFor(time, now), [time, now]);
  const rows = query.data ?? [];
  const chosen = rows.find(({ emergencyId }) => emergencyId === filters.row);
  const close = () => setFilters({ row: undefined });
  return (
    <ListArea
      panel={chosen !== undefined && <EmergencyPanel key={chosen.emergencyId} emergency={chosen} close={close} />}
    >
      <ListState
        what={t('audit.emergenciesWhat')}
        query={query}
        columns={columns}
        isEmpty={rows.length === 0}
        empty={
          <StatePanel icon={IconShieldCheck} title={t(state === 'open' ? 'audit.noEmergency' : 'audit.noneDecided')}>
            {t(state === 'open' ? 'audit.noEmergencyWhy' : 'audit.noneDecidedWhy')}
          </StatePanel>
        }
      >
        <List
          name={t('audit.emergencies')}
          rows={rows}
          idOf={idOf}
          labelOf={labelOf}
          columns={columns}
          question={state}
          chosen={filters.row}
          choose={(row) => setFilters({ row })}
          open={({ emergencyId }) => setFilters({ row: emergencyId })}
        />
      </ListState>
    </ListArea>
  );
}

const columnsFor = (time: SiteTime, now: number): readonly ListColumn<EmergencyView>[] => [
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
  { id: 'about', head: t('audit.about'), width: 'minmax(140px, 1fr)', cell: (emergency) => nameOf(emergency) },
  { id: 'kind', head: t('audit.kind'), width: 'minmax(130px, 0.8fr)', cell: ({ kind }) => t(`audit.kinds.${kind}`) },
  {
    id: 'reason',
    head: t('audit.reason'),
    width: 'minmax(160px, 1.6fr)',
    from: 960,
    cell: ({ reason }) => <span className={style.cut}>{reason ?? t('audit.erased')}</span>,
  },
  {
    id: 'finding',
    head: t('audit.finding'),
    width: '140px',
    cell: ({ review }) => (review === null ? t('audit.waits') : t(`audit.findings.${review.finding}`)),
  },
];
