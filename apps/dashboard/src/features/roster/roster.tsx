import type { GroupView } from '@stepway/contracts';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../api/now.ts';
import { groupsQuery } from '../../api/roster.ts';
import { unsentBy, type UnsentAttendance } from '../../api/unsent-attendance.ts';
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

const isOf = (unsent: UnsentAttendance | undefined, group: GroupView): unsent is UnsentAttendance =>
  unsent?.siteId === group.siteId && unsent.groupId === group.groupId;

/** Attendance of a whole group at once. */
export function Roster({ filters }: { readonly filters: RosterFilters }) {
  const { data: groups, error, refetch } = useQuery(groupsQuery);
  const { actor, deployment } = useSession();
  const { siteIds } = deployment;
  const setFilters = useSetFilters<RosterFilters>();
  // The session that is proposed does not move on while somebody looks at it.
  const opened = useNow();
  const [since] = useState(opened);
  // Who was signed out by the time comes back to the session of which they had said something.
  const [unsent] = useState(() => unsentBy(actor.id));

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
    groups.find((one) => filters.group === undefined && isOf(unsent, one)) ??
    groups.find((one) => one.siteId === siteIds[0]) ??
    groups[0];
  if (group === undefined)
    return (
      <StatePanel icon={IconUsersGroup} title={t('roster.noGroups')}>
        {t('roster.noGroupsWhy')}
      </StatePanel>
    );
  const proposed = isOf(unsent, group) ? unsent : lastSession(group, since);
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
