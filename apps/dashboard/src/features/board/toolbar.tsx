import { boardFlags } from '@stepway/contracts';
import { SegmentedControl } from '@mantine/core';
import { IconLayoutColumns, IconTable } from '@tabler/icons-react';
import { NewReferral } from '../../dialogs/new-referral.tsx';
import { Choice, Grow, NameFilter, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import type { LevelLook } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import { sorts, type BoardFilters } from './filters.ts';
import style from './toolbar.module.css';
import { reasonWords, sortWords, views } from './words.ts';

interface BoardToolbarProps {
  readonly filters: BoardFilters;
  readonly levels: readonly LevelLook[];
  readonly programmes: readonly { readonly id: string; readonly title: string }[];
  readonly programme: string | undefined;
  readonly counts: readonly number[];
  readonly name: string;
  readonly setName: (name: string) => void;
}

/** Saved views with counts, filters as words, order, and the switch between columns and table. */
export function BoardToolbar({ filters, levels, programmes, programme, counts, name, setName }: BoardToolbarProps) {
  const choose = useSetFilters<BoardFilters>();
  const discharged = filters.status === 'discharged';

  return (
    <Toolbar>
      <SavedViews
        views={[
          ...views.map((view, at) => ({
            words: t(`board.views.${view.id}`),
            changes: { flag: view.flag, status: undefined },
            chosen: !discharged && filters.flag === view.flag,
            count: discharged ? undefined : counts[at],
            warm: 'warm' in view,
          })),
          {
            words: t('board.views.discharged'),
            changes: { flag: undefined, status: 'discharged' },
            chosen: discharged,
          },
        ]}
      />
      <NameFilter name={name} setName={setName} />
      {programmes.length > 1 && (
        <Choice
          words={(chosen) => t('lists.programme', { chosen })}
          options={programmes.map(({ id, title }) => ({ id, words: title }))}
          value={programme}
          choose={(id) => choose({ programme: id })}
        />
      )}
      <Choice
        words={(chosen) => t('lists.level', { chosen })}
        options={[{ id: undefined, words: t('lists.any') }, ...levels.map(({ id, title }) => ({ id, words: title }))]}
        value={filters.level}
        choose={(level) => choose({ level })}
      />
      {!discharged && (
        <Choice
          words={(chosen) => t('board.filters.reason', { chosen })}
          chosen={filters.flag === undefined ? t('lists.any') : reasonWords(filters.flag)}
          options={[
            { id: undefined, words: t('board.filters.anyOrNone') },
            ...(['any', ...boardFlags] as const).map((id) => ({ id, words: reasonWords(id) })),
          ]}
          value={filters.flag}
          choose={(flag) => choose({ flag })}
        />
      )}
      <Grow />
      <Choice
        words={(chosen) => t('board.filters.sort', { chosen })}
        options={sorts.map((id) => ({ id, words: sortWords(id) }))}
        value={filters.sort ?? 'action'}
        choose={(sort) => choose({ sort: sort === 'action' ? undefined : sort })}
      />
      {!discharged && (
        <SegmentedControl
          size="xs"
          classNames={{ root: style.switch, label: style.switchLabel, indicator: style.switchIndicator }}
          aria-label={t('board.view.title')}
          value={filters.view ?? 'columns'}
          onChange={(view) => choose({ view: view === 'table' ? 'table' : undefined })}
          data={[
            { value: 'columns', label: <ViewLabel icon={IconLayoutColumns} words={t('board.view.columns')} /> },
            { value: 'table', label: <ViewLabel icon={IconTable} words={t('board.view.table')} /> },
          ]}
        />
      )}
      <NewReferral />
    </Toolbar>
  );
}

const ViewLabel = ({ icon: Icon, words }: { readonly icon: typeof IconTable; readonly words: string }) => (
  <span className={style.viewLabel}>
    <Icon size={15} stroke={1.6} aria-hidden />
    <span>{words}</span>
  </span>
);
