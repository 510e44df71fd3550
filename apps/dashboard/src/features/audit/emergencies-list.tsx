import type { EmergencyView } from '@stepway/contracts';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { StatePanel } from '../../frame/states.tsx';
import type { ListColumn } from '../../lists/columns.ts';
import { nameOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { AuditList } from './audit-list.tsx';
import style from './audit.module.css';
import { EmergencyPanel } from './emergency-panel.tsx';
import type { AuditFilters } from './filters.ts';
import { emergenciesQuery } from './requests.ts';
import { staffWords } from './words.ts';

const idOf = ({ emergencyId }: EmergencyView) => emergencyId;
const labelOf = (emergency: EmergencyView) => `${staffWords(emergency.actor)}: ${nameOf(emergency)}`;

/** Emergency accesses that wait for a review, or were reviewed. */
export function EmergenciesList({ filters }: { readonly filters: AuditFilters }) {
  const state = filters.state ?? 'open';
  const query = useQuery(emergenciesQuery(state));
  const columns = useMemo(() => columnsOf(), []);
  return (
    <AuditList
      name={t('audit.emergencies')}
      what={t('audit.emergenciesWhat')}
      query={query}
      rows={query.data ?? []}
      idOf={idOf}
      labelOf={labelOf}
      columns={columns}
      empty={
        <StatePanel icon={IconShieldCheck} title={t(state === 'open' ? 'audit.noEmergency' : 'audit.noneDecided')}>
          {t(state === 'open' ? 'audit.noEmergencyWhy' : 'audit.noneDecidedWhy')}
        </StatePanel>
      }
      question={state}
      chosen={filters.row}
      panelOf={(emergency, close) => <EmergencyPanel key={idOf(emergency)} emergency={emergency} close={close} />}
    />
  );
}

const columnsOf = (): readonly ListColumn<EmergencyView>[] => [
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
