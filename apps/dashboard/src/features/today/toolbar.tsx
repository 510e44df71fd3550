import type { WorklistCounts } from '@stepway/contracts';
import { useState } from 'react';
import { Choice, Grow, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { SiteFilter } from '../../lists/site-filter.tsx';
import { taskWords, type TaskKind } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import { tasks } from '../../texts/en/tasks.ts';
import type { TodayFilters, whos } from './filters.ts';
import style from './today.module.css';

type Who = (typeof whos)[number];

interface TodayToolbarProps {
  readonly filters: TodayFilters;
  readonly who: Who;
  readonly counts: WorklistCounts | undefined;
  /** The kinds of the tasks that are loaded: the others need not be chosen from. */
  readonly kinds: readonly TaskKind[];
}

const roles = [
  'coordinator',
  'therapist',
  'prescriber',
  'nurse',
  'peer-worker',
  'programme-manager',
  'medical-director',
] as const;

/** Saved views with their counts, filters as words, and by what the list is ordered. */
export function TodayToolbar({ filters, who, counts, kinds }: TodayToolbarProps) {
  const set = useSetFilters<TodayFilters>();
  // Who looks at one kind goes on to another: those that were there before it was chosen stay to choose from.
  const [known, setKnown] = useState(kinds);
  if (filters.kind === undefined && known !== kinds) setKnown(kinds);
  const any = { id: undefined, words: t('lists.any') };
  const view = (id: Who, due: TodayFilters['due'], words: string, count: number | undefined, warm = false) => ({
    words,
    changes: { who: id, due, task: undefined },
    chosen: who === id && filters.due === due,
    count,
    most: counts?.most,
    warm,
  });
  return (
    <Toolbar>
      <SavedViews
        views={[
          view('team', undefined, t('today.views.team'), counts?.team),
          view('mine', undefined, t('today.views.mine'), counts?.mine),
          view('unowned', undefined, t('today.views.unowned'), counts?.unowned),
          view('all', 'overdue', t('today.views.overdue'), counts?.overdue.all, true),
          view('all', undefined, t('today.views.all'), counts?.all),
        ]}
      />
      <Choice
        words={(chosen) => t('today.filters.due', { chosen })}
        options={[
          any,
          ...(['overdue', 'today', 'week'] as const).map((id) => ({ id, words: t(`today.filters.dues.${id}`) })),
        ]}
        value={filters.due}
        choose={(due) => set({ due })}
      />
      <Choice
        words={(chosen) => t('today.filters.kind', { chosen })}
        options={[any, ...kindsToChoose(known, filters.kind).map((id) => ({ id, words: taskWords(id) }))]}
        value={filters.kind}
        choose={(kind) => set({ kind })}
      />
      <Choice
        words={(chosen) => t('today.filters.role', { chosen })}
        options={[any, ...roles.map((id) => ({ id, words: t(`roles.${id}`) }))]}
        value={filters.role}
        choose={(role) => set({ role })}
      />
      <SiteFilter value={filters.site} choose={(site) => set({ site })} />
      <Choice
        words={(chosen) => t('today.filters.put', { chosen })}
        options={[
          { id: undefined, words: t('today.filters.hidden') },
          { id: 'shown', words: t('today.filters.shown') },
        ]}
        value={filters.snoozed}
        choose={(snoozed) => set({ snoozed })}
      />
      <Grow />
      <span className={style.note}>{t('today.ranked')}</span>
    </Toolbar>
  );
}

const isKind = (kind: string | undefined): kind is TaskKind => kind !== undefined && Object.hasOwn(tasks.asked, kind);

const kindsToChoose = (kinds: readonly TaskKind[], chosen: string | undefined): readonly TaskKind[] =>
  isKind(chosen) && !kinds.includes(chosen) ? [chosen, ...kinds] : kinds;
