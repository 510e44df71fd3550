import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../api/now.ts';
import { groupsQuery } from '../../api/roster.ts';
import { useSession } from '../../frame/session.tsx';
import { AfterAMoment, Failure, StatePanel } from '../../frame/states.tsx';
import { Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { ListSkeleton } from '../../lists/list-skeleton.tsx';
import { t } from '../../texts/texts.ts';
import { columns } from './columns.ts';
import type { RosterFilters } from './filters.ts';
import { GroupSession } from './group-session.tsx';
import { SessionBar } from './session-bar.tsx';
import { lastSession } from './when.ts';

/** Attendance of a whole group at once. */
export function Roster({ filters }: { readonly filters: RosterFilters }) {
  const { data: groups, error, refetch } = useQuery(groupsQuery);
  const { siteIds } = useSession().deployment;
  const setFilters = useSetFilters<RosterFilters>();
  // The session that is proposed does not move on while somebody looks at it.
  const opened = useNow();
  const [since] = useState(opened);

  if (groups === undefined)
    return error === null ? (
      <AfterAMoment>
        <ListSkeleton what={t('roster.what')} columns={columns} rowHeight={44} />
      </AfterAMoment>
    ) : (
      <Failure what={t('roster.what')} error={error} retry={() => void refetch()} />
    );
  const group =
    groups.find((one) => one.siteId === filters.site && one.groupId === filters.group) ??
    groups.find((one) => one.siteId === siteIds[0]) ??
    groups[0];
  if (group === undefined)
    return (
      <StatePanel icon={IconUsersGroup} title={t('roster.noGroups')}>
        {t('roster.noGroupsWhy')}
      </StatePanel>
    );
  const proposed = lastSession(group, since);
  const startsAt = filters.startsAt ?? proposed.startsAt;
  const session = { group, startsAt, minutes: filters.minutes ?? proposed.minutes };
  return (
    <>
      <Toolbar>
        <SessionBar {...{ groups, session, setFilters }} />
      </Toolbar>
      <GroupSession
        key={`${group.siteId}.${group.groupId}.${startsAt}`}
        {...{ session, setFilters }}
        added={filters.add === undefined ? [] : filters.add.split(',')}
      />
    </>
  );
}
