import { boardFlags, endReasons } from '@stepway/contracts';
import { SegmentedControl } from '@mantine/core';
import { IconLayoutColumns, IconLayoutRows, IconTable } from '@tabler/icons-react';
import { NewReferral } from '../../dialogs/new-referral.tsx';
import { Choice, Grow, NameFilter, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { dispositions, shortDisposition } from '../../marks/dispositions.ts';
import { SiteFilter } from '../../lists/site-filter.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { BoardFilters, endedIn, noFilters, sortsOf, usualSort } from './filters.ts';
import { KeepView } from './keep-view.tsx';
import { sameFilters } from './kept-views.ts';
import { MoreFilters, type Filter } from './more-filters.tsx';
import style from './toolbar.module.css';
import { endingWords, reasonWords, sortWords, views } from './words.ts';

interface BoardToolbarProps {
  readonly filters: BoardFilters;
  readonly levels: readonly LevelLook[];
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
  readonly programme: string | undefined;
  readonly counts: readonly number[];
  /** How many people the list has that is shown. */
  readonly found: number | undefined;
  readonly name: string;
  readonly setName: (name: string) => void;
  /** Whose people are on the board. */
  readonly owners: readonly { readonly id: string; readonly words: string }[];
  readonly kept: readonly {
    readonly name: string;
    readonly filters: BoardFilters;
    readonly count: number | undefined;
  }[];
  readonly keep: (name: string) => void;
  readonly forget: (name: string) => void;
}

/** What is asked only of those who were discharged is asked no more. */
const inCare = { status: undefined, ending: undefined, ended: undefined };

/** Saved views with counts, filters as words, order, and the switch between columns and table. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { filters, levels, programmes, programme, counts, name, setName, owners, kept } = props;
  const choose = useSetFilters<BoardFilters>();
  const discharged = filters.status === 'discharged';
  const shown = kept.find((view) => sameFilters(view.filters, filters));
  const any = { id: undefined, words: t('lists.any') };
  const all: readonly Filter[] = [
    {
      name: t('board.filters.level'),
      options: [any, ...levels.map(({ id, title }) => ({ id, words: title }))],
      value: filters.level,
      choose: (level) => choose({ level }),
    },
    ...(discharged
      ? [
          {
            name: t('board.filters.ending'),
            options: [any, ...(['own-wish', ...endReasons] as const).map((id) => ({ id, words: endingWords(id) }))],
            value: filters.ending,
            choose: (id: string | undefined) => choose(BoardFilters.pick({ ending: true }).parse({ ending: id })),
          },
          {
            name: t('board.filters.ended'),
            options: [any, ...endedIn.map((id) => ({ id, words: t(`board.endedIn.${id}`) }))],
            value: filters.ended,
            choose: (id: string | undefined) => choose(BoardFilters.pick({ ended: true }).parse({ ended: id })),
          },
        ]
      : [
          {
            name: t('board.filters.reason'),
            options: [
              { id: undefined, words: t('board.filters.anyOrNone') },
              ...(['any', ...boardFlags] as const).map((id) => ({ id, words: reasonWords(id) })),
            ],
            // What a saved view says already is not said again.
            value: views.some(({ flag }) => flag === filters.flag) ? undefined : filters.flag,
            choose: (id: string | undefined) => choose(BoardFilters.pick({ flag: true }).parse({ flag: id })),
          },
        ]),
    {
      name: t('board.filters.owner'),
      options: [
        any,
        { id: 'me', words: t('board.filters.mine') },
        { id: 'none', words: t('board.filters.nobody') },
        ...owners,
      ],
      value: filters.owner,
      choose: (owner) => choose({ owner }),
    },
    {
      name: t('board.filters.screen'),
      options: [
        any,
        { id: 'none', words: t('board.filters.noScreen') },
        ...dispositions.map((id) => ({ id, words: shortDisposition(id) })),
      ],
      value: filters.screen,
      choose: (id) => choose(BoardFilters.pick({ screen: true }).parse({ screen: id })),
    },
  ];

  return (
    <Toolbar>
      <SavedViews
        views={[
          ...views.map((view, at) => ({
            words: t(`board.views.${view.id}`),
            changes: { ...inCare, flag: view.flag },
            chosen: !discharged && shown === undefined && filters.flag === view.flag,
            count: discharged ? undefined : counts[at],
            warm: 'warm' in view,
          })),
          {
            words: t('board.views.discharged'),
            changes: { flag: undefined, status: 'discharged', sort: undefined, order: undefined },
            chosen: discharged,
            count: discharged ? props.found : undefined,
          },
          ...kept.map((view) => ({
            words: view.name,
            changes: { ...noFilters, ...view.filters },
            chosen: view === shown,
            count: view.count,
          })),
        ]}
      />
      <KeepView shown={shown?.name} keep={props.keep} forget={props.forget} />
      <NameFilter name={name} setName={setName} />
      <SiteFilter value={filters.site} choose={(site) => choose({ site })} />
      {programmes.length > 1 && (
        <Choice
          words={(chosen) => t('board.filters.programme', { chosen })}
          options={programmes.map(({ id, title }) => ({ id, words: title }))}
          value={programme}
          choose={(id) => choose({ programme: id })}
        />
      )}
      {all
        .filter(({ value }) => value !== undefined)
        .map((filter) => (
          <Choice
            key={filter.name}
            words={(chosen) => t('board.filters.named', { name: filter.name, chosen })}
            options={filter.options}
            value={filter.value}
            choose={filter.choose}
          />
        ))}
      <MoreFilters filters={all.filter(({ value }) => value === undefined)} />
      <Grow />
      <Choice
        words={(chosen) => t('board.filters.sort', { chosen })}
        options={sortsOf(filters).map((id) => ({ id, words: sortWords(id) }))}
        value={filters.sort ?? usualSort(filters)}
        choose={(sort) => choose({ sort: sort === usualSort(filters) ? undefined : sort, order: undefined })}
      />
      {!discharged && (
        <SegmentedControl
          size="xs"
          classNames={{ root: style.switch, label: style.switchLabel, indicator: style.switchIndicator }}
          aria-label={t('board.view.title')}
          value={filters.view ?? 'columns'}
          onChange={(view) => choose({ view: view === 'table' || view === 'rows' ? view : undefined })}
          data={[
            { value: 'columns', label: <ViewLabel icon={IconLayoutColumns} words={t('board.view.columns')} /> },
            { value: 'rows', label: <ViewLabel icon={IconLayoutRows} words={t('board.view.rows')} /> },
            { value: 'table', label: <ViewLabel icon={IconTable} words={t('board.view.table')} /> },
          ]}
        />
      )}
      <NewReferral />
    </Toolbar>
  );
}

const ViewLabel = ({ icon: Icon, words }: { readonly icon: typeof IconTable; readonly words: string }) => (
  <span className={style.viewLabel} title={words}>
    <Icon size={16} stroke={1.6} aria-hidden />
    <span className="unseen">{words}</span>
  </span>
);
