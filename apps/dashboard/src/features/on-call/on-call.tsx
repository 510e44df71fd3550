import { IconPhoneCall, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { onCallQuery, sitesQuery, useSiteTitle, useStaffName } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { NameFilter, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { roleWords } from '../../frame/words.ts';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { List } from '../../lists/list.tsx';
import { SiteFilter } from '../../lists/site-filter.tsx';
import { t } from '../../texts/texts.ts';
import { columnsFor } from './columns.tsx';
import type { OnCallFilters } from './filters.ts';
import { idOfOrder, ordersOf, ordersShown, type Order } from './orders.ts';
import { OrderPanel } from './order-panel.tsx';

/** While this screen is open it is asked again so often: two people who set it see each other's changes. */
const refetchInterval = 5_000;
const labelOf = ({ role }: Order) => roleWords(role);
const siteOf = ({ siteId }: Order) => siteId;

/** Who is called at each site where a role is asked at once, in which order and until when. */
export function OnCall({ filters }: { readonly filters: OnCallFilters }) {
  const query = useQuery({ ...onCallQuery, refetchInterval });
  const { data: sites } = useQuery(sitesQuery);
  const [name, setName] = useState('');
  const { actor, may } = useSession();
  const now = useNow();
  const timeOf = useTimeOf();
  const staffName = useStaffName();
  const siteTitle = useSiteTitle();
  const setFilters = useSetFilters<OnCallFilters>();

  const orders = useMemo(() => ordersOf(sites?.values() ?? [], query.data ?? []), [sites, query.data]);
  const shown = useMemo(
    () => ordersShown(orders, { site: filters.site, name }, staffName),
    [orders, filters.site, name, staffName],
  );
  const columns = useMemo(() => columnsFor({ now, timeOf, staffName }), [now, timeOf, staffName]);
  const groups = useMemo(
    () =>
      [...(sites?.keys() ?? [])].map((id) => ({
        id,
        words: t('onCall.site', { site: siteTitle(id), zone: timeOf(id).zone(now) }),
      })),
    [sites, siteTitle, timeOf, now],
  );
  const chosen = orders.find((order) => idOfOrder(order) === filters.row);
  const close = () => setFilters({ row: undefined });

  return (
    <>
      <Toolbar>
        <NameFilter name={name} setName={setName} />
        <SiteFilter value={filters.site} choose={(site) => setFilters({ site, row: undefined })} />
      </Toolbar>
      <ListArea
        panel={
          chosen !== undefined && (
            <OrderPanel
              key={filters.row}
              order={chosen}
              maySet={may.post.includes('setOnCall') && actor.siteIds.includes(chosen.siteId)}
              now={now}
              close={close}
            />
          )
        }
      >
        <ListState
          what={t('onCall.what')}
          query={query}
          columns={columns}
          isEmpty={shown.length === 0}
          empty={
            <StatePanel icon={orders.length === 0 ? IconPhoneCall : IconUserSearch} title={t('onCall.noMatch')}>
              {t('onCall.noMatchWhy')}
            </StatePanel>
          }
        >
          <List
            name={t('onCall.list')}
            rows={shown}
            idOf={idOfOrder}
            labelOf={labelOf}
            columns={columns}
            groups={groups}
            groupOf={siteOf}
            question={JSON.stringify([filters.site, name])}
            chosen={chosen && idOfOrder(chosen)}
            choose={(row) => setFilters({ row })}
            open={(order) => setFilters({ row: idOfOrder(order) })}
          />
        </ListState>
      </ListArea>
      <FootBar>
        <span>{t('onCall.foot')}</span>
      </FootBar>
    </>
  );
}
