import type { CapacityRow } from '@stepway/contracts';
import { IconHourglass, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useSiteTitle } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import { capacityQuery } from '../../api/queries.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useLiveWaiting, waitingQuery } from '../../api/waiting.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { MoveFilters } from '../../lists/move-filters.tsx';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { commandOf, idOfPlaces, numbered, placesShown, waitingShown, type Act, type Waiting } from './arrange.ts';
import { placesColumns, waitingColumns } from './columns.tsx';
import { views, type WaitingFilters } from './filters.ts';
import { PlacesPanel, WaitingPanel } from './panels.tsx';

const idOf = ({ episodeId }: Waiting) => episodeId;
const siteOf = ({ siteId }: CapacityRow) => siteId;

/** Who waits for a place, in the order of the law, and where there are places. */
export function WaitingList({ filters }: { readonly filters: WaitingFilters }) {
  const waiting = useQuery(waitingQuery);
  const capacity = useQuery(capacityQuery);
  useLiveWaiting();
  const [name, setName] = useState('');
  const levels = useLevels();
  const now = useNow();
  const timeOf = useTimeOf();
  const siteTitle = useSiteTitle();
  const navigate = useNavigate();
  const setFilters = useSetFilters<WaitingFilters>();
  const { may: allowed, deployment } = useSession();
  const may = useCallback((act: Act) => allowed.send.includes(commandOf[act]), [allowed]);

  const all = useMemo(() => numbered(waiting.data ?? []), [waiting.data]);
  const places = capacity.data ?? [];
  const shown = useMemo(() => peopleNamed(waitingShown(all, filters), name), [all, filters, name]);
  const placesNow = useMemo(() => placesShown(capacity.data ?? [], filters), [capacity.data, filters]);
  const context = { now, timeOf, levels, may };
  const close = () => setFilters({ row: undefined });
  const person = shown.find(({ episodeId }) => episodeId === filters.row);
  const place = placesNow.find((row) => idOfPlaces(row) === filters.row);
  const question = JSON.stringify([{ ...filters, row: undefined }, name]);
  const ofPlaces = filters.view === 'places';
  const countOf = (view: WaitingFilters['view']) =>
    view === 'places'
      ? capacity.data && placesNow.length
      : waiting.data && waitingShown(all, { ...filters, view }).length;

  return (
    <>
      <Toolbar>
        <SavedViews
          views={[undefined, ...views].map((view) => ({
            words: t(`waitingList.views.${view ?? 'all'}`),
            changes: { view, row: undefined },
            chosen: filters.view === view,
            count: countOf(view),
          }))}
        />
        <MoveFilters
          rows={ofPlaces ? places : all}
          filters={filters}
          choose={setFilters}
          levels={levels}
          name={name}
          setName={setName}
        />
      </Toolbar>
      {ofPlaces ? (
        <ListArea
          panel={
            place && (
              <PlacesPanel {...context} row={place} maySet={allowed.post.includes('setCapacity')} close={close} />
            )
          }
        >
          <ListState
            what={t('waitingList.views.places')}
            query={capacity}
            columns={placesColumns(context)}
            isEmpty={placesNow.length === 0}
            empty={<NoMatch />}
          >
            <List
              name={t('waitingList.views.places')}
              rows={placesNow}
              idOf={idOfPlaces}
              labelOf={({ level }) => level}
              columns={placesColumns(context)}
              groups={deployment.siteIds.map((id) => ({ id, words: siteTitle(id) }))}
              groupOf={siteOf}
              question={question}
              chosen={place && idOfPlaces(place)}
              choose={(row) => setFilters({ row })}
              open={close}
            />
          </ListState>
        </ListArea>
      ) : (
        <ListArea panel={person && <WaitingPanel {...context} row={person} close={close} />}>
          <ListState
            what={t('waitingList.whole')}
            query={waiting}
            columns={waitingColumns(context)}
            rowHeight={44}
            isEmpty={shown.length === 0}
            empty={
              all.length === 0 ? (
                <StatePanel icon={IconHourglass} title={t('waitingList.nobody')}>
                  {t('waitingList.nobodyWhy')}
                </StatePanel>
              ) : (
                <NoMatch />
              )
            }
          >
            <List
              name={t('screens.waitingList')}
              rows={shown}
              idOf={idOf}
              labelOf={nameOf}
              versionOf={({ version }) => version}
              columns={waitingColumns(context)}
              groups={(['applicants', 'moves'] as const).map((id) => ({ id, words: t(`waitingList.queues.${id}`) }))}
              groupOf={({ queue }) => queue}
              question={question}
              rowHeight={44}
              chosen={person?.episodeId}
              choose={(row) => setFilters({ row })}
              open={({ episodeId }) => void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId } })}
            />
          </ListState>
        </ListArea>
      )}
      <FootBar />
    </>
  );
}

const NoMatch = () => (
  <StatePanel icon={IconUserSearch} title={t('waitingList.noMatch')}>
    {t('waitingList.noMatchWhy')}
  </StatePanel>
);
