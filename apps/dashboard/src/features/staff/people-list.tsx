import type { StaffView } from '@stepway/contracts';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffQuery, useSiteTitle } from '../../api/directory.ts';
import { StatePanel } from '../../frame/states.tsx';
import { useSetFilters } from '../../frame/toolbar.tsx';
import { roleWords } from '../../frame/words.ts';
import type { ListColumn } from '../../lists/columns.ts';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { t } from '../../texts/texts.ts';
import type { StaffFilters } from './filters.ts';
import { PersonPanel } from './person-panel.tsx';
import style from './staff.module.css';

const idOf = ({ staffId }: StaffView) => staffId;
const labelOf = ({ name }: StaffView) => name;
const groupOf = ({ active }: StaffView) => (active ? 'active' : 'left');
const groups = () => (['active', 'left'] as const).map((id) => ({ id, words: t(`staff.groups.${id}`) }));

interface PeopleListProps {
  readonly name: string;
  readonly filters: StaffFilters;
}

export function PeopleList({ name, filters }: PeopleListProps) {
  const query = useQuery(staffQuery);
  const titleOf = useSiteTitle();
  const setFilters = useSetFilters<StaffFilters>();
  const shown = useMemo(() => named([...(query.data?.values() ?? [])], name), [query.data, name]);
  const columns = useMemo(() => columnsFor(titleOf), [titleOf]);
  const groupWords = useMemo(() => groups(), []);
  const chosen = filters.row === undefined ? undefined : query.data?.get(filters.row);
  const close = () => setFilters({ row: undefined, add: undefined });
  return (
    <ListArea
      panel={
        (chosen !== undefined || filters.add !== undefined) && (
          <PersonPanel key={chosen?.staffId ?? ''} person={chosen} close={close} />
        )
      }
    >
      <ListState
        what={t('staff.what')}
        query={query}
        columns={columns}
        isEmpty={shown.length === 0}
        empty={
          <StatePanel icon={IconUsers} title={t('staff.nobody')}>
            {t('staff.nobodyWhy')}
          </StatePanel>
        }
      >
        <List
          name={t('staff.people')}
          rows={shown}
          idOf={idOf}
          labelOf={labelOf}
          columns={columns}
          groups={groupWords}
          groupOf={groupOf}
          question={name}
          chosen={chosen?.staffId}
          choose={(row) => setFilters({ row, add: undefined })}
          open={({ staffId }) => setFilters({ row: staffId, add: undefined })}
        />
      </ListState>
    </ListArea>
  );
}

const named = (people: readonly StaffView[], name: string): StaffView[] =>
  people
    .filter((person) => person.name.toLowerCase().includes(name.trim().toLowerCase()))
    .toSorted((a, b) => a.name.localeCompare(b.name));

const columnsFor = (titleOf: (siteId: string) => string): readonly ListColumn<StaffView>[] => [
  {
    id: 'name',
    head: t('staff.name'),
    width: 'minmax(140px, 1.2fr)',
    names: true,
    cell: ({ name }) => <span className={style.name}>{name}</span>,
  },
  {
    id: 'roles',
    head: t('staff.roles'),
    width: 'minmax(150px, 1.2fr)',
    cell: ({ roles }) => roles.map(roleWords).join(', '),
  },
  {
    id: 'sites',
    head: t('staff.sites'),
    width: 'minmax(120px, 1fr)',
    cell: ({ sites }) => sites?.map(titleOf).join(', ') ?? t('signIn.everySite'),
  },
  {
    id: 'programmes',
    head: t('staff.programmes'),
    width: 'minmax(110px, 0.8fr)',
    from: 820,
    cell: ({ programmes }) => programmes?.join(', ') ?? t('staff.allProgrammes'),
  },
  {
    id: 'id',
    head: t('staff.id'),
    width: 'minmax(120px, 0.9fr)',
    from: 700,
    cell: ({ staffId }) => <span className={style.quiet}>{staffId}</span>,
  },
];
