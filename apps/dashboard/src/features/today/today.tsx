import type { WorklistItem } from '@stepway/contracts';
import { CloseButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useLevels } from '../../api/use-levels.ts';
import { itemsOf, worklistCountsQuery, worklistQuery, type WorklistAsked } from '../../api/worklist.ts';
import { useActKeys } from '../../dialogs/use-act-keys.ts';
import { useDialogs } from '../../dialogs/use-dialog.ts';
import { FootBar } from '../../frame/foot-bar.tsx';
import { useKeys } from '../../frame/keys.ts';
import { usePast, useShownMoment } from '../../frame/past.ts';
import { useSession, useTimeOf } from '../../frame/session.tsx';
import { useSetFilters } from '../../frame/toolbar.tsx';
import { BulkBar } from '../../lists/bulk-bar.tsx';
import { ListArea } from '../../lists/list-area.tsx';
import { ListState } from '../../lists/list-state.tsx';
import { List } from '../../lists/list.tsx';
import { useMarked } from '../../lists/marked.ts';
import { nameOf } from '../../marks/people.ts';
import { taskWords } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import { leavesList, rowAfter } from './after-act.ts';
import { BulkActs } from './bulk-acts.tsx';
import { columnsFor, heightOf } from './columns.tsx';
import { CrisisLane } from './crisis-lane.tsx';
import type { TodayFilters } from './filters.ts';
import { isRinging, mayClaim, mayComplete } from './may.ts';
import { NothingToDo } from './nothing-to-do.tsx';
import type { OpenMenu } from './task-acts.tsx';
import { TaskPanel } from './task-panel.tsx';
import { TodayToolbar } from './toolbar.tsx';
import style from './today.module.css';
import { useAct } from './use-act.ts';
import { claimOf, completeOf } from './wishes.ts';

const idOf = ({ taskId }: WorklistItem) => taskId;
const labelOf = (item: WorklistItem) => `${nameOf(item)}, ${taskWords(item.kind)}`;

/** What is asked of people, the most pressing first; crises above everything. */
export function Today({ filters }: { readonly filters: TodayFilters }) {
  const session = useSession();
  const now = useShownMoment();
  const past = usePast();
  const timeOf = useTimeOf();
  const levels = useLevels();
  const navigate = useNavigate();
  const set = useSetFilters<TodayFilters>();
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false }) ?? true;
  const marked = useMarked();
  const dialogs = useDialogs();
  const [goTo, setGoTo] = useState<{ readonly id: string }>();
  const [menu, setMenu] = useState<OpenMenu>();
  const [current, setCurrent] = useState<string>();
  const [closed, setClosed] = useState(false);

  const { site, programme } = filters;
  const { asOf, sense } = past ?? {};
  const moment = useMemo(() => defined({ asOf, sense }), [asOf, sense]);
  const place = useMemo(() => ({ ...(site && { site }), ...(programme && { programme }) }), [site, programme]);
  const counting = useQuery(worklistCountsQuery(place));
  const { data: counts } = counting;
  // Who has nobody to care for looks at everybody; and still does when the first task they claim makes a team of them.
  const [first, setFirst] = useState<'team' | 'all'>();
  if (first === undefined && counts !== undefined) setFirst(counts.team > 0 ? 'team' : 'all');
  const who = filters.who ?? first ?? 'team';
  const asked = useMemo((): WorklistAsked => {
    const { due, kind, role, level, snoozed } = filters;
    return { ...place, ...moment, who, urgent: 'not', ...defined({ due, kind, role, level, snoozed }) };
  }, [filters, place, moment, who]);
  const list = useInfiniteQuery({
    ...worklistQuery(asked),
    enabled: filters.who !== undefined || first !== undefined,
  });
  const urgent = useInfiniteQuery(
    worklistQuery(useMemo(() => ({ ...place, ...moment, urgent: 'only' }), [place, moment])),
  );
  const rows = useMemo(() => itemsOf(list.data), [list.data]);
  const crises = useMemo(() => itemsOf(urgent.data).toSorted(ringingFirst), [urgent.data]);

  const markedRows = rows.filter(({ taskId }) => marked.ids.has(taskId));
  const places = useMemo(() => new Map(rows.map(({ taskId }, at) => [taskId, at + 1])), [rows]);
  const chosenId = filters.task ?? (wide && !closed ? (current ?? rows[0]?.taskId) : undefined);
  const found = [...rows, ...crises].find(({ taskId }) => taskId === chosenId);
  const elsewhere = useInfiniteQuery({
    ...worklistQuery({ ...moment, taskIds: filters.task, snoozed: 'shown' }),
    enabled: filters.task !== undefined && found === undefined && list.data !== undefined,
  });
  const chosen = found ?? itemsOf(elsewhere.data).find(({ taskId }) => taskId === chosenId);
  const atHand = found ?? rows.find(({ taskId }) => taskId === current);

  const acting = useAct({
    afterwards: (item, wish) => {
      // Who acts in the lane goes on in the lane.
      if (item.urgent) return;
      const ids = rows.map(({ taskId }) => taskId);
      const leaves = leavesList(wish, { who, withSnoozed: filters.snoozed === 'shown' });
      const next = rowAfter(ids, item.taskId, leaves);
      if (leaves && filters.task === item.taskId) set({ task: next });
      if (next !== undefined) setGoTo({ id: next });
    },
  });
  const claim = useCallback(
    (item: WorklistItem) =>
      void acting.act(item, claimOf(item), t('today.done.ClaimTask', { task: taskWords(item.kind) })),
    [acting],
  );
  /** Ends a task: by a word, or by the dialog of what it asks for. */
  const finish = (item: WorklistItem) => {
    if (mayComplete(item, session)) {
      void acting.act(item, completeOf(item), t('today.done.CompleteTask', { task: taskWords(item.kind) }));
      return;
    }
    const command = item.endedBy.find((one) => session.may.send.includes(one));
    if (command !== undefined) dialogs.open(command, { episodeId: item.episodeId, about: item.subject });
  };
  const columns = useMemo(
    () => columnsFor({ now, timeOf, levels, placeOf: (id) => places.get(id), claim }),
    [now, timeOf, levels, places, claim],
  );
  const choose = (task: string | undefined) => {
    setClosed(task === undefined);
    set({ task });
  };
  const openMenu = (which: OpenMenu) => (event: KeyboardEvent) => {
    if (atHand === undefined || past !== undefined) return;
    event.preventDefault();
    if (filters.task === undefined) choose(atHand.taskId);
    setMenu(which);
  };
  const ringing = past !== undefined ? undefined : crises.find((item) => isRinging(item) && mayClaim(item, session));
  useActKeys(past === undefined ? atHand : undefined);
  useKeys('today', {
    c: () => past === undefined && atHand !== undefined && mayClaim(atHand, session) && claim(atHand),
    s: openMenu('snooze'),
    // Somebody in danger comes first: A acknowledges until nobody waits for it.
    a: (event) => (ringing === undefined ? openMenu('assign')(event) : claim(ringing)),
    d: () => past === undefined && atHand !== undefined && finish(atHand),
  });

  const all = counts === undefined || past !== undefined ? String(rows.length) : upTo(counts[who], counts.most);
  return (
    <>
      <TodayToolbar
        filters={filters}
        who={who}
        counts={past === undefined ? counts : undefined}
        kinds={useMemo(() => [...new Set(rows.map(({ kind }) => kind))].toSorted(), [rows])}
      />
      <div className="unseen" role="status">
        {acting.said?.failed === false && acting.said.words}
      </div>
      {acting.said?.failed === true && (
        <div className={style.said} role="alert">
          <span>{acting.said.words}</span>
          <CloseButton size="sm" aria-label={t('frame.close')} onClick={acting.forget} />
        </div>
      )}
      <CrisisLane
        items={crises}
        question={past === undefined && urgent.data !== undefined ? JSON.stringify(place) : undefined}
        levels={levels}
        busy={acting.busy}
        acknowledge={claim}
      />
      <ListArea
        panel={
          chosen && (
            <TaskPanel
              item={chosen}
              place={places.get(chosen.taskId)}
              all={filters.due === undefined ? all : String(rows.length)}
              now={now}
              levels={levels}
              acting={acting}
              menu={menu}
              setMenu={setMenu}
              close={() => choose(undefined)}
            />
          )
        }
        bar={
          <BulkBar marked={marked} count={markedRows.length}>
            <BulkActs items={markedRows} now={now} done={marked.clear} />
          </BulkBar>
        }
      >
        <ListState
          what={t('today.what')}
          // Whose tasks are shown first depends on how many there are.
          query={list.data === undefined && counting.error !== null && filters.who === undefined ? counting : list}
          columns={columns}
          rowHeight={44}
          isEmpty={rows.length === 0}
          empty={<NothingToDo filters={filters} who={who} />}
        >
          <List
            name={t('screens.today')}
            rows={rows}
            idOf={idOf}
            labelOf={labelOf}
            columns={columns}
            question={JSON.stringify(asked)}
            rowHeight={44}
            heightOf={heightOf}
            more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
            chosen={chosen && places.has(chosen.taskId) ? chosen.taskId : undefined}
            choose={choose}
            onCurrent={setCurrent}
            goTo={goTo}
            open={({ episodeId }) => void navigate({ to: '/journeys/$episodeId/{-$tab}', params: { episodeId } })}
            {...(past === undefined ? { marked } : {})}
          />
        </ListState>
      </ListArea>
      <FootBar />
    </>
  );
}

const upTo = (count: number, most: number): string => (count >= most ? `${most - 1}+` : String(count));

/** Those whom nobody has acknowledged first, then who is called on next. */
const ringingFirst = (a: WorklistItem, b: WorklistItem): number =>
  Number(isRinging(b)) - Number(isRinging(a)) || ((a.goesUp?.at ?? a.dueAt) < (b.goesUp?.at ?? b.dueAt) ? -1 : 1);

const defined = <T extends Record<string, string | undefined>>(fields: T): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
