import { IconHelpHexagon, IconUserSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useStaffName } from '../../api/directory.ts';
import type { Rows } from '../../api/episodes.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useRows } from '../../api/use-rows.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { usePast, useShownMoment } from '../../frame/past.ts';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { MoveFilters } from '../../lists/move-filters.tsx';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { columnsFor, type ColumnsContext } from './columns.tsx';
import type { ProposalFilters } from './filters.ts';
import { matterKinds, type MatterKind } from './kinds.ts';
import { arranged, commandOf, groupOf, groups, mattersOf, type Matter } from './matters.ts';
import { MatterPanel } from './panel.tsx';

const nobody: Rows = new Map();
const idOf = ({ id }: Matter) => id;

/** What waits for somebody's decision: proposed moves, and what takes a second person. */
export function Proposals({ filters }: { readonly filters: ProposalFilters }) {
  const past = usePast();
  const query = useRows('proposals', past);
  const rows = query.data ?? nobody;
  const [name, setName] = useState('');
  const levels = useLevels();
  const now = useShownMoment();
  const timeOf = useTimeOf();
  const staffName = useStaffName();
  const navigate = useNavigate();
  const setFilters = useSetFilters<ProposalFilters>();
  const { actor, may: allowed } = useSession();

  const isNow = past === undefined;
  const may = useCallback((kind: MatterKind) => isNow && allowed.send.includes(commandOf[kind]), [allowed, isNow]);
  const matters = useMemo(() => mattersOf(rows.values()), [rows]);
  const shown = useMemo(() => {
    const named = new Set(peopleNamed([...rows.values()], name));
    return arranged(matters, filters).filter(({ row }) => named.has(row));
  }, [rows, matters, filters, name]);
  const context: ColumnsContext = { now, levels, may, staffName, me: actor.id };
  const columns = columnsFor(context);
  const groupWords = useMemo(() => groups.map((id) => ({ id, words: t(`proposals.groups.${id}`) })), []);
  const chosen = shown.find(({ id }) => id === filters.row);

  return (
    <>
      <Toolbar>
        <SavedViews
          views={[undefined, ...matterKinds].map((view) => ({
            words: t(`proposals.views.${view ?? 'all'}`),
            changes: { view },
            chosen: filters.view === view,
            count: query.data === undefined ? undefined : arranged(matters, { ...filters, view }).length,
          }))}
        />
        <MoveFilters
          rows={[...rows.values()]}
          filters={filters}
          choose={setFilters}
          levels={levels}
          name={name}
          setName={setName}
        />
      </Toolbar>
      <ListArea
        panel={
          chosen && (
            <MatterPanel
              {...context}
              one={chosen}
              time={timeOf(chosen.row.siteId)}
              close={() => setFilters({ row: undefined })}
            />
          )
        }
      >
        <ListState
          what={t('proposals.whole')}
          query={query}
          columns={columns}
          rowHeight={44}
          isEmpty={shown.length === 0}
          empty={
            matters.length === 0 ? (
              <StatePanel icon={IconHelpHexagon} title={t('proposals.nothing')}>
                {t('proposals.nothingWhy')}
              </StatePanel>
            ) : (
              <StatePanel icon={IconUserSearch} title={t('proposals.noMatch')}>
                {t('proposals.noMatchWhy')}
              </StatePanel>
            )
          }
        >
          <List
            name={t('screens.proposals')}
            rows={shown}
            idOf={idOf}
            labelOf={({ row }) => nameOf(row)}
            versionOf={({ row }) => row.version}
            columns={columns}
            groups={groupWords}
            groupOf={groupOf}
            question={JSON.stringify([{ ...filters, row: undefined }, name])}
            rowHeight={44}
            chosen={chosen?.id}
            choose={(row) => setFilters({ row })}
            open={({ row: { episodeId } }) =>
              void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId } })
            }
          />
        </ListState>
      </ListArea>
      <FootBar />
    </>
  );
}
