import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/es.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useSiteTitle } from '../../api/directory.ts';
import { censusQuery } from '../../api/queries.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { Choice, Grow, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { calendar } from '../../frame/calendar.ts';
import { t } from '../../texts/texts.ts';
import { Answer } from './answer.tsx';
import {
  completion,
  census,
  flow,
  funnel,
  handOffs,
  instruments,
  measures,
  readmission,
  retention,
  stay,
  tests,
} from './charts-of.ts';
import type { Levels } from './chart-model.ts';
import { beginOf, groups, largestProgramme, presetOf, presets, type AnalyticsFilters, type Group } from './filters.ts';
import { analyticsQuery } from './get-analytics.ts';
import { MeasureNotes } from './measure-notes.tsx';
import style from './analytics.module.css';
import toolbar from '../../frame/toolbar.module.css';

interface AnalyticsProps {
  readonly group: Group;
  readonly filters: AnalyticsFilters;
}

/** How care goes as a whole: by question, for a period and a programme, with what the figures cannot say. */
export function Analytics({ group, filters }: AnalyticsProps) {
  const book = useLevels();
  const { data: counts } = useQuery(censusQuery);
  const programme = filters.programme ?? (counts && largestProgramme(counts)) ?? (counts && book.programmes[0]?.id);
  const levels = useMemo(() => (programme === undefined ? [] : book.levelsOf({ id: programme })), [book, programme]);
  const asked = useMemo(() => ({ ...filters, programme }), [filters, programme]);
  const title = book.programmes.find(({ id }) => id === programme)?.title ?? '';
  if (programme === undefined)
    return (
      <Page group={group} filters={filters}>
        {null}
      </Page>
    );
  return (
    <Page group={group} filters={asked} programmes={book.programmes}>
      <Charts group={group} filters={asked} levels={levels} about={`Stepway · ${title}`} />
    </Page>
  );
}

interface PageProps extends AnalyticsProps {
  readonly programmes?: readonly { readonly id: string; readonly title: string }[];
  readonly children: ReactNode;
}

function Page({ group, filters, programmes = [], children }: PageProps) {
  const setFilters = useSetFilters<AnalyticsFilters>();
  const { siteIds } = useSession().deployment;
  const siteTitle = useSiteTitle();
  const time = useSiteTime();
  // Every group has this one in reach, and each answer says of when it is.
  const { data } = useQuery({
    ...analyticsQuery('analyticsFunnel', filters),
    enabled: filters.programme !== undefined,
  });
  const today = data?.asOf.slice(0, 10) ?? filters.to;
  const preset = presetOf(filters, today);
  return (
    <div className={style.page}>
      <Toolbar>
        <nav className={toolbar.views} aria-label={t('analytics.groupsOf')}>
          {groups.map((one) => (
            <Link
              key={one}
              to="/analytics/$group"
              params={{ group: one }}
              search={(now: object) => now}
              className={toolbar.view}
              data-chosen={one === group || undefined}
              aria-current={one === group ? 'page' : undefined}
            >
              {t(`analytics.groups.${one}`)}
            </Link>
          ))}
        </nav>
        <Choice
          words={(chosen) => t('analytics.period', { chosen })}
          chosen={preset === undefined ? t('analytics.ownPeriod') : t(`analytics.presets.${preset}`)}
          options={presets.map((id) => ({ id, words: t(`analytics.presets.${id}`) }))}
          value={preset}
          choose={(chosen) =>
            setFilters({ from: today === undefined ? undefined : beginOf(chosen, today), to: undefined })
          }
        />
        <DatePickerInput
          type="range"
          size="xs"
          className={style.dates}
          placeholder={t('analytics.dates')}
          valueFormat="D MMM YYYY"
          {...calendar()}
          {...(today !== undefined && { maxDate: today })}
          allowSingleDateInRange
          value={[data?.from ?? filters.from ?? null, data?.to ?? filters.to ?? null]}
          onChange={([from, to]) =>
            from !== null &&
            to !== null &&
            setFilters({ from, to: today !== undefined && to >= today ? undefined : to })
          }
          popoverProps={{ withinPortal: false }}
        />
        {programmes.length > 1 && (
          <Choice
            words={(chosen) => t('analytics.programme', { chosen })}
            options={programmes.map(({ id, title }) => ({ id, words: title }))}
            value={filters.programme}
            choose={(programme) => setFilters({ programme })}
          />
        )}
        {siteIds.length > 1 && (
          <Choice
            words={(chosen) => t('analytics.site', { chosen })}
            options={[
              { id: undefined, words: t('analytics.allSites') },
              ...siteIds.map((id) => ({ id, words: siteTitle(id) })),
            ]}
            value={filters.site}
            choose={(site) => setFilters({ site })}
          />
        )}
        <Grow />
        <p className={style.asOf}>
          {data !== undefined && (
            <>
              {data.smallGroupsHidden && <span>{t('analytics.smallGroups')} </span>}
              <span>{t('analytics.asOf', { at: time.moment(data.asOf, Date.parse(data.asOf)) })}</span>
            </>
          )}
        </p>
      </Toolbar>
      <div
        className={style.scroll}
        tabIndex={0}
        role="region"
        aria-label={`${t('screens.analytics')}: ${t(`analytics.groups.${group}`)}`}
      >
        <div className={style.grid}>{children}</div>
      </div>
    </div>
  );
}

interface ChartsProps extends AnalyticsProps {
  readonly levels: Levels;
  readonly about: string;
}

function Charts({ group, ...shared }: ChartsProps) {
  switch (group) {
    case 'census':
      return (
        <>
          <Answer {...census} {...shared} />
          <Answer {...funnel} {...shared} />
        </>
      );
    case 'flow':
      return <Answer {...flow} {...shared} />;
    case 'stay':
      return (
        <>
          <Answer {...stay} {...shared} />
          <Answer {...retention} {...shared} />
        </>
      );
    case 'tests':
      return <Answer {...tests} {...shared} />;
    case 'outcomes':
      return (
        <>
          <Answer {...completion} {...shared} />
          <Answer {...handOffs} {...shared} />
          <Answer {...readmission} {...shared} />
          <Answer {...instruments} {...shared} />
        </>
      );
    case 'measures':
      return (
        <>
          <Answer {...measures} {...shared} />
          <MeasureNotes />
        </>
      );
  }
}
