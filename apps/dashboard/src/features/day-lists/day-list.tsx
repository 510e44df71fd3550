import { IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { dayListQuery, type DayListName, type DayLists } from '../../api/day-lists.ts';
import { useStaffName } from '../../api/directory.ts';
import { useNow } from '../../api/now.ts';
import { useLevels } from '../../api/use-levels.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { Choice, NameFilter, SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { SiteFilter } from '../../lists/site-filter.tsx';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { small } from '../../texts/letters.ts';
import type { Act } from './acts.ts';
import { columnsFor } from './columns.tsx';
import type { DayFilters } from './filters.ts';
import type { Kind } from './kinds.ts';
import { DayPanel } from './panel.tsx';

type AnyRow = DayLists[DayListName]['row'];
/** A journey may have more than one row: by its own id and that of the row. */
const idOf = ({ episodeId, itemId }: AnyRow) => `${episodeId}.${itemId}`;

interface DayListProps<Name extends DayListName> {
  readonly kind: Kind<Name>;
  readonly filters: DayFilters & { readonly state?: DayLists[Name]['state'] | undefined };
}

/** A list of the day by what is to be done, the earliest due first; what is known of the current row beside it. */
export function DayList<Name extends DayListName>({ kind, filters }: DayListProps<Name>) {
  const { site, programme, level, row: open } = filters;
  const state = filters.state ?? kind.states[0];
  if (state === undefined) throw new Error('A list of the day has a state at least');
  const query = useQuery(dayListQuery(kind.name, { state, site, programme, level }));
  const [name, setName] = useState('');
  const levels = useLevels();
  const now = useNow();
  const timeOf = useTimeOf();
  const navigate = useNavigate();
  const setFilters = useSetFilters<DayFilters>();
  const { send } = useSession().may;
  const staffName = useStaffName();

  const rows: readonly DayLists[Name]['row'][] = useMemo(
    () => peopleNamed<AnyRow>(query.data?.rows ?? [], name),
    [query.data, name],
  );
  const context = useMemo(
    () => ({
      ...{ now, timeOf, levels, staffName },
      levelInSentence: (of: { readonly id: string; readonly version: number }, id: string) =>
        small(levels.level(of, id).title),
      allowed: (acts: readonly Act[]) => acts.filter(({ command }) => send.includes(command)),
    }),
    [now, timeOf, levels, staffName, send],
  );
  const columns = useMemo(() => columnsFor(kind, context), [kind, context]);
  const chosen = rows.find((row) => idOf(row) === open);
  const at = chosen === undefined ? -1 : rows.indexOf(chosen);
  const programmes = levels.programmes;
  const shownLevels = programme === undefined ? [] : levels.levelsOf({ id: programme });

  return (
    <>
      <Toolbar>
        <SavedViews
          views={kind.states.map((one) => ({
            words: kind.stateWords(one),
            changes: { state: one === kind.states[0] ? undefined : one, row: undefined },
            chosen: state === one,
            count: query.data?.counts[one],
            warm: kind.warm.includes(one),
          }))}
        />
        <NameFilter name={name} setName={setName} />
        <SiteFilter value={site} choose={(id) => setFilters({ site: id, row: undefined })} />
        {programmes.length > 1 && (
          <Choice
            words={(words) => t('lists.programme', { chosen: words })}
            options={[
              { id: undefined, words: t('lists.any') },
              ...programmes.map(({ id, title }) => ({ id, words: title })),
            ]}
            value={programme}
            choose={(id) => setFilters({ programme: id, level: undefined })}
          />
        )}
        {shownLevels.length > 0 && (
          <Choice
            words={(words) => t('lists.level', { chosen: words })}
            options={[
              { id: undefined, words: t('lists.any') },
              ...shownLevels.map(({ id, title }) => ({ id, words: title })),
            ]}
            value={level}
            choose={(id) => setFilters({ level: id })}
          />
        )}
      </Toolbar>
      <ListArea
        panel={
          chosen && (
            <DayPanel
              row={chosen}
              about={kind.about(chosen, context)}
              acts={context.allowed(kind.acts(chosen))}
              place={t('dayLists.place', { at: at + 1, of: rows.length })}
              context={context}
              close={() => setFilters({ row: undefined })}
            />
          )
        }
      >
        <ListState
          what={kind.title()}
          query={query}
          columns={columns}
          rowHeight={44}
          isEmpty={rows.length === 0}
          empty={
            query.data?.rows.length === 0 ? (
              <StatePanel icon={kind.icon} title={t('dayLists.nobody', { what: small(kind.stateWords(state)) })}>
                {kind.emptyWhy(state)}
              </StatePanel>
            ) : (
              <StatePanel icon={IconUserSearch} title={t('dayLists.noMatch')}>
                {t('dayLists.noMatchWhy')}
              </StatePanel>
            )
          }
        >
          <List<DayLists[Name]['row']>
            name={`${kind.title()}: ${kind.stateWords(state)}`}
            rows={rows}
            idOf={idOf}
            labelOf={nameOf}
            columns={columns}
            question={JSON.stringify([state, site, programme, level, name])}
            rowHeight={44}
            chosen={chosen && idOf(chosen)}
            choose={(row) => setFilters({ row })}
            open={({ episodeId }) => void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId } })}
          />
        </ListState>
      </ListArea>
      <FootBar>
        <span>{t('dayLists.foot')}</span>
      </FootBar>
    </>
  );
}
