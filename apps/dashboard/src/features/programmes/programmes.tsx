import type { ProgrammeView } from '@stepway/contracts';
import { IconFileUnknown, IconStairs } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { sitesQuery } from '../../api/directory.ts';
import { censusQuery, programmesQuery } from '../../api/queries.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { NotFound } from '../../frame/not-found.tsx';
import { Scrolling } from '../../frame/scrolling.tsx';
import { useSession } from '../../frame/session.tsx';
import { AfterAMoment, Failure, StatePanel } from '../../frame/states.tsx';
import { Choice, SavedViews, Toolbar } from '../../frame/toolbar.tsx';
import { levelLooks } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { views, type ProgrammeFilters } from './filters.ts';
import { firstProgramme } from './first-programme.ts';
import { MoveJourneys } from './move.tsx';
import { TestPatient } from './preview.tsx';
import style from './programmes.module.css';
import { ReplayResult } from './replay.tsx';
import { rulesQuery } from './requests.ts';
import { Rules } from './rules.tsx';
import { Versions } from './versions.tsx';

interface ProgrammesProps {
  readonly filters: ProgrammeFilters;
  /** Default: that of most people. */
  readonly id?: string;
  /** Default: the newest. */
  readonly version?: number | undefined;
}

/** By which rules journeys are judged: one version of one programme, and what another would do. */
export function Programmes({ filters, id, version }: ProgrammesProps) {
  const all = useQuery(programmesQuery);
  const census = useQuery({ ...censusQuery, enabled: id === undefined });
  const { data: sites } = useQuery(sitesQuery);
  if (all.data === undefined)
    return all.error === null ? (
      <Waiting />
    ) : (
      <Failure what={t('programmes.whole')} error={all.error} retry={() => void all.refetch()} />
    );
  if (id === undefined && census.isPending) return <Waiting />;
  const ids = [...new Set(all.data.map((one) => one.id))];
  const of = id ?? firstProgramme(ids, census.data, sites?.values() ?? []);
  const versions = all.data.filter((one) => one.id === of).toSorted((a, b) => b.version - a.version);
  const shown = version === undefined ? versions[0] : versions.find((one) => one.version === version);
  if (all.data.length === 0)
    return (
      <StatePanel icon={IconStairs} title={t('programmes.none')}>
        {t('programmes.noneWhy')}
      </StatePanel>
    );
  if (shown === undefined) return <NotFound />;
  return <OfVersion filters={filters} all={all.data} versions={versions} shown={shown} />;
}

const Waiting = () => (
  <AfterAMoment>
    <div className={style.skeleton} aria-busy aria-label={t('programmes.whole')} />
  </AfterAMoment>
);

interface OfVersionProps {
  readonly filters: ProgrammeFilters;
  readonly all: readonly ProgrammeView[];
  /** Of the same programme, the newest first. */
  readonly versions: readonly ProgrammeView[];
  readonly shown: ProgrammeView;
}

function OfVersion({ filters, all, versions, shown }: OfVersionProps) {
  const { ask, post } = useSession().may;
  const navigate = useNavigate();
  const rules = useQuery(
    rulesQuery(
      shown.id,
      versions.map(({ version }) => version),
    ),
  );
  const read = rules.data;
  const programme = read?.get(shown.version);
  const looks = useMemo(() => levelLooks(shown), [shown]);
  const may = {
    versions: true,
    preview: post.includes('previewProgramme'),
    replay: ask.includes('programmeReplay'),
    move: post.includes('moveJourneys'),
  };
  const offered = views.filter((view) => may[view]);
  const view = offered.find((one) => one === filters.view);
  const go = (id: string, version?: number) =>
    void navigate({
      to: '/programmes/$id/{-$version}',
      params: { id, version: version === undefined ? undefined : String(version) },
      search: { view: filters.view },
    });
  const newest = versions[0]?.version;
  const wordsOf = (version: number) => (version === newest ? t('programmes.newest', { version }) : String(version));

  return (
    <>
      <Toolbar>
        <Choice
          words={(title) => t('programmes.programme', { title })}
          options={[...new Map(all.map((one) => [one.id, one.title]))].map(([id, words]) => ({ id, words }))}
          value={shown.id}
          choose={(id) => go(id)}
        />
        <Choice
          words={(version) => t('programmes.version', { version })}
          options={versions.map(({ version }) => ({ id: String(version), words: wordsOf(version) }))}
          value={String(shown.version)}
          choose={(version) => go(shown.id, Number(version))}
        />
        <SavedViews
          views={[undefined, ...offered].map((one) => ({
            words: t(`programmes.views.${one ?? 'rules'}`),
            changes: { view: one },
            chosen: view === one,
          }))}
        />
      </Toolbar>
      <Scrolling name={t('screens.programmes')}>
        {read === undefined && rules.error !== null ? (
          <Failure what={t('programmes.whole')} error={rules.error} retry={() => void rules.refetch()} />
        ) : read === undefined ? (
          <Waiting />
        ) : programme === undefined ? (
          <StatePanel icon={IconFileUnknown} title={t('programmes.unread')}>
            {t('programmes.unreadWhy')}
          </StatePanel>
        ) : (
          <>
            {view === undefined && <Rules programme={programme} looks={looks} />}
            {view === 'versions' && (
              <Versions versions={versions} shown={shown} read={read} against={filters.against} looks={looks} />
            )}
            {view === 'preview' && <TestPatient key={`${shown.id} ${shown.version}`} shown={shown} looks={looks} />}
            {view === 'replay' && <ReplayResult shown={shown} looks={looks} />}
            {view === 'move' && <MoveJourneys key={`${shown.id} ${shown.version}`} shown={shown} versions={versions} />}
          </>
        )}
      </Scrolling>
      <FootBar />
    </>
  );
}
