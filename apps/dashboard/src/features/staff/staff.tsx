import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { staffQuery } from '../../api/directory.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { Grow, NameFilter, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { t } from '../../texts/texts.ts';
import type { StaffFilters } from './filters.ts';
import { PeopleList } from './people-list.tsx';
import { sessionsQuery } from './requests.ts';
import { SessionsList } from './sessions-list.tsx';

/** Who may come in, as what and where; and who is signed in now. */
export function Staff({ filters }: { readonly filters: StaffFilters }) {
  const { data: people } = useQuery(staffQuery);
  const { data: sessions } = useQuery(sessionsQuery);
  const [name, setName] = useState('');
  const setFilters = useSetFilters<StaffFilters>();
  const onSessions = filters.view === 'sessions';
  return (
    <>
      <Toolbar>
        <SavedViews
          views={[
            {
              words: t('staff.people'),
              changes: { view: undefined, row: undefined },
              chosen: !onSessions,
              count: people && [...people.values()].filter(({ active }) => active).length,
            },
            {
              words: t('staff.sessions'),
              changes: { view: 'sessions', row: undefined, add: undefined },
              chosen: onSessions,
              count: sessions?.length,
            },
          ]}
        />
        <NameFilter name={name} setName={setName} />
        <Grow />
        {!onSessions && (
          <Button
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
            onClick={() => setFilters({ add: 'person', row: undefined })}
          >
            {t('staff.add')}
          </Button>
        )}
      </Toolbar>
      {onSessions ? <SessionsList name={name} /> : <PeopleList name={name} filters={filters} />}
      <FootBar />
    </>
  );
}
