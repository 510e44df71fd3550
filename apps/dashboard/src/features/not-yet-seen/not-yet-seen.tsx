import { IconArrowsLeftRight, IconUserSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { Rows } from '../../api/episodes.ts';
import { useLevels } from '../../api/use-levels.ts';
import { useRows } from '../../api/use-rows.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { usePast, useShownMoment } from '../../frame/past.ts';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { StatePanel } from '../../frame/states.tsx';
import { SavedViews, Toolbar, useSetFilters } from '../../frame/toolbar.tsx';
import { MoveFilters } from '../../lists/move-filters.tsx';
import { List } from '../../lists/list.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { nameOf, peopleNamed } from '../../marks/people.ts';
import { t } from '../../texts/texts.ts';
import { arranged, groupAt, groups } from './arrange.ts';
import { handOffsOf, type HandOff } from './hand-off.ts';
import { columnsFor } from './columns.tsx';
import { views, type NotYetSeenFilters } from './filters.ts';
import { commandOf } from './next-act.ts';
import { HandOffPanel } from './panel.tsx';
import { TrackLegend } from './track.tsx';
import { scaleOf } from './track-scale.ts';

const nobody: Rows = new Map();
const idOf = ({ episodeId }: HandOff) => episodeId;

/** Who left a level and was not yet seen at the next, by the time that is left. */
export function NotYetSeen({ filters }: { readonly filters: NotYetSeenFilters }) {
  const past = usePast();
  const query = useRows('hand-offs', past);
  const rows = query.data ?? nobody;
  const [name, setName] = useState('');
  const levels = useLevels();
  const now = useShownMoment();
  const timeOf = useTimeOf();
  const navigate = useNavigate();
  const setFilters = useSetFilters<NotYetSeenFilters>();

  const handOffs = useMemo(() => handOffsOf(rows.values()), [rows]);
  const shown = useMemo(() => peopleNamed(arranged(handOffs, filters, now), name), [handOffs, filters, now, name]);
  const { send } = useSession().may;
  const isNow = past === undefined;
  const may = useCallback(
    (act: Parameters<typeof commandOf>[0]) => isNow && send.includes(commandOf(act)),
    [send, isNow],
  );
  const scale = useMemo(() => scaleOf(handOffs, now), [handOffs, now]);
  const columns = useMemo(() => columnsFor({ now, timeOf, levels, scale, may }), [now, timeOf, levels, scale, may]);
  const groupOf = useCallback((row: HandOff) => groupAt(row, now), [now]);
  const groupWords = useMemo(() => groups.map((id) => ({ id, words: t(`notYetSeen.groups.${id}`) })), []);
  const chosen = shown.find(({ episodeId }) => episodeId === filters.row);
  const countOf = (view: NotYetSeenFilters['view']) =>
    query.data === undefined ? undefined : arranged(handOffs, { ...filters, view }, now).length;

  return (
    <>
      <Toolbar>
        <SavedViews
          views={[undefined, ...views].map((view) => ({
            words: t(`notYetSeen.views.${view ?? 'all'}`),
            changes: { view },
            chosen: filters.view === view,
            count: countOf(view),
            warm: view === 'overdue',
          }))}
        />
        <MoveFilters
          rows={handOffs}
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
            <HandOffPanel
              row={chosen}
              words={{ now, timeOf, levels }}
              may={may}
              close={() => setFilters({ row: undefined })}
            />
          )
        }
      >
        <ListState
          what={t('notYetSeen.what')}
          query={query}
          columns={columns}
          rowHeight={44}
          isEmpty={shown.length === 0}
          empty={
            handOffs.length === 0 ? (
              <StatePanel icon={IconArrowsLeftRight} title={t('notYetSeen.nobody')}>
                {t('notYetSeen.nobodyWhy')}
              </StatePanel>
            ) : (
              <StatePanel icon={IconUserSearch} title={t('notYetSeen.noMatch')}>
                {t('notYetSeen.noMatchWhy')}
              </StatePanel>
            )
          }
        >
          <List
            name={t('screens.notYetSeen')}
            rows={shown}
            idOf={idOf}
            labelOf={nameOf}
            versionOf={({ version }) => version}
            columns={columns}
            groups={groupWords}
            groupOf={groupOf}
            question={JSON.stringify([filters.view, filters.site, filters.programme, filters.level, name])}
            rowHeight={44}
            chosen={chosen?.episodeId}
            choose={(row) => setFilters({ row })}
            open={({ episodeId }) => void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId } })}
          />
        </ListState>
      </ListArea>
      <FootBar>
        <TrackLegend words={(mark) => t(`notYetSeen.legend.${mark}`)} />
      </FootBar>
    </>
  );
}
