import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { trailActions, trailOutcomes } from '@stepway/contracts';
import { staffQuery } from '../../api/directory.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { Choice, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { nameOf } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { EmergenciesList } from './emergencies-list.tsx';
import { periods, type AuditFilters } from './filters.ts';
import { PersonFilter } from './person-filter.tsx';
import { emergenciesQuery, trailQuery } from './requests.ts';
import { TrailList } from './trail-list.tsx';
import { TrailProof } from './trail-proof.tsx';
import { actionWords } from './words.ts';

/** Who saw what; and which emergency accesses wait for a review. */
export function Audit({ filters }: { readonly filters: AuditFilters }) {
  const { data: open } = useQuery(emergenciesQuery('open'));
  const onEmergencies = filters.view === 'emergencies';
  return (
    <>
      <Toolbar>
        <SavedViews
          views={[
            { words: t('audit.trail'), changes: { view: undefined, row: undefined }, chosen: !onEmergencies },
            {
              words: t('audit.emergencies'),
              changes: { view: 'emergencies', row: undefined },
              chosen: onEmergencies,
              count: open?.length,
              warm: true,
            },
          ]}
        />
        {onEmergencies ? <StateFilter filters={filters} /> : <TrailFilters filters={filters} />}
      </Toolbar>
      {onEmergencies ? (
        <>
          <EmergenciesList filters={filters} />
          <FootBar />
        </>
      ) : (
        <Trail filters={filters} />
      )}
    </>
  );
}

function Trail({ filters }: { readonly filters: AuditFilters }) {
  const query = useInfiniteQuery(trailQuery(filters));
  return (
    <>
      <TrailList filters={filters} query={query} />
      <FootBar>
        <TrailProof verified={query.data?.pages[0]?.verified} />
      </FootBar>
    </>
  );
}

function StateFilter({ filters }: { readonly filters: AuditFilters }) {
  const setFilters = useSetFilters<AuditFilters>();
  return (
    <Choice
      words={(chosen) => t('audit.stateFilter', { chosen })}
      options={[
        { id: undefined, words: t('audit.states.open') },
        { id: 'decided', words: t('audit.states.decided') },
      ]}
      value={filters.state === 'open' ? undefined : filters.state}
      choose={(state) => setFilters({ state, row: undefined })}
    />
  );
}

function TrailFilters({ filters }: { readonly filters: AuditFilters }) {
  const setFilters = useSetFilters<AuditFilters>();
  const { data: staff } = useQuery(staffQuery);
  const set = (changes: Partial<AuditFilters>) => setFilters({ ...changes, row: undefined });
  const { data: trail } = useInfiniteQuery(trailQuery(filters));
  const [person] = trail?.pages.flatMap(({ items }) => items.flatMap((entry) => entry.people)) ?? [];
  const name =
    person === undefined ? undefined : nameOf({ ...person, episodeId: person.episodeId ?? person.patientId });
  const people = [...(staff?.values() ?? [])].toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <PersonFilter person={filters.person} name={name} choose={(person) => set({ person })} />
      <Choice
        words={(chosen) => t('audit.staffFilter', { chosen })}
        options={[
          { id: undefined, words: t('audit.anyone') },
          ...people.map(({ staffId, name }) => ({ id: staffId, words: name })),
          { id: 'unknown', words: t('audit.unknown') },
        ]}
        {...(filters.actor !== undefined && { chosen: staff?.get(filters.actor)?.name ?? filters.actor })}
        value={filters.actor}
        choose={(actor) => set({ actor })}
      />
      <Choice
        words={(chosen) => t('audit.whatFilter', { chosen })}
        options={[
          { id: undefined, words: t('audit.anything') },
          ...trailActions.map((id) => ({ id, words: actionWords(id) })),
        ]}
        value={filters.action}
        choose={(action) => set({ action })}
      />
      <Choice
        words={(chosen) => t('audit.outcomeFilter', { chosen })}
        options={[
          { id: undefined, words: t('audit.anyOutcome') },
          ...trailOutcomes.map((id) => ({ id, words: t(id === 'denied' ? 'audit.notAllowed' : 'audit.granted') })),
        ]}
        value={filters.outcome}
        choose={(outcome) => set({ outcome })}
      />
      <Choice
        words={(chosen) => t('audit.periodFilter', { chosen })}
        options={[
          { id: undefined, words: t('audit.anyTime') },
          ...periods.map((id) => ({ id, words: t(`audit.periods.${id}`) })),
        ]}
        value={filters.period}
        choose={(period) => set({ period })}
      />
      {filters.emergency !== undefined && (
        <Button size="xs" variant="default" onClick={() => set({ emergency: undefined })}>
          {t('audit.oneEmergency')} · {t('audit.showAll')}
        </Button>
      )}
    </>
  );
}
