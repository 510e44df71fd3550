import type { WorklistItem } from '@stepway/contracts';
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { itemsOf, refreshWorklist, withTasks, worklistQuery, type WorklistPage } from './worklist.ts';

const [juniper, fern] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];
const task = (taskId: string, points: number, episodeId = juniper): WorklistItem => ({
  taskId,
  episodeId,
  patientId: '0198a000-0000-7000-8000-00000000000a',
  siteId: 'main',
  programme: { id: 'standard-four', version: 1 },
  status: 'active',
  level: 'iop',
  kind: 'schedule-hand-off',
  role: 'coordinator',
  subject: 'tr-1',
  openedAt: '2026-11-26T10:00:00.000Z',
  dueAt: '2026-11-27T10:00:00.000Z',
  actBy: '2026-11-27T10:00:00.000Z',
  escalatedAt: null,
  owner: null,
  name: null,
  points,
  parts: [],
  urgent: false,
  crisis: null,
  askedBefore: [],
  goesUp: null,
  phoneTree: [],
  mayTake: ['coordinator'],
  snoozeUntil: null,
  endedBy: [],
  atDeadline: null,
  handOffDueAt: null,
  openTasks: 1,
});
const page = (...items: readonly WorklistItem[]): WorklistPage => ({ items: [...items], next: null });
const idsIn = (client: QueryClient, asked: object) =>
  itemsOf(client.getQueryData(worklistQuery(asked).queryKey)).map(({ taskId }) => taskId);

/** Answers each question with what it is told, when it is told. */
function api() {
  const asked: { readonly answer: (answer: WorklistPage) => void }[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(
    () =>
      new Promise((resolve) => {
        asked.push({ answer: (answer) => resolve(Response.json(answer)) });
      }),
  );
  /** The next question that was not answered yet. */
  return async () => {
    while (asked.length === 0) await new Promise(setImmediate);
    const [next] = asked.splice(0, 1);
    if (next === undefined) throw new Error('nothing was asked');
    return next;
  };
}

/** A client, with a list that is shown. */
function shown(asked: object, ...items: readonly WorklistItem[]) {
  const client = new QueryClient();
  client.setQueryData(worklistQuery(asked).queryKey, { pages: [page(...items)], pageParams: [null] });
  const observer = new InfiniteQueryObserver(client, worklistQuery(asked));
  const stop = observer.subscribe(() => undefined);
  return { client, observer, stop };
}

describe('a live change of somebody’s tasks', () => {
  afterEach(() => jest.restoreAllMocks());

  it('puts their tasks where they belong among the others', () => {
    const known = { pages: [page(task('a', 30), task('b', 20, fern), task('c', 10))], pageParams: [null] };
    const fresh = [task('a', 15), task('d', 40)];
    expect(itemsOf(withTasks(known, new Set([juniper]), fresh)).map(({ taskId }) => taskId)).toEqual(['d', 'b', 'a']);
  });

  it('leaves what comes after the last task read to the pages that follow', () => {
    const known = { pages: [{ ...page(task('a', 30), task('b', 20, fern)), next: 'more' }], pageParams: [null] };
    expect(itemsOf(withTasks(known, new Set([juniper]), [task('a', 5)])).map(({ taskId }) => taskId)).toEqual(['b']);
  });

  it('makes a list stale that is not shown: who comes back to it asks again and sees no task that is done', async () => {
    const answerNext = api();
    const { client, stop } = shown({ who: 'mine' }, task('a', 30));
    stop();
    await refreshWorklist(client, [juniper]);
    const back = new InfiniteQueryObserver(client, worklistQuery({ who: 'mine' })).subscribe(() => undefined);
    (await answerNext()).answer(page());
    await client.getQueryCache().find({ queryKey: ['worklist', { who: 'mine' }] })?.promise;
    expect(idsIn(client, { who: 'mine' })).toEqual([]);
    back();
    client.clear();
  });

  it('is not undone by an answer that was on its way when it happened', async () => {
    const answerNext = api();
    const { client, observer, stop } = shown({}, task('a', 30), task('b', 20, fern));
    const older = observer.refetch();
    const olderAsked = await answerNext();
    const refreshed = refreshWorklist(client, [juniper]);
    (await answerNext()).answer(page());
    await new Promise(setImmediate);
    olderAsked.answer(page(task('a', 30), task('b', 20, fern)));
    await Promise.all([older, refreshed]);
    expect(idsIn(client, {})).toEqual(['b']);
    stop();
    client.clear();
  });

  it('does not touch what is looked at of the past', async () => {
    const asked = { asOf: '2026-11-20T10:00:00.000Z', sense: 'known' };
    const { client, stop } = shown(asked, task('a', 30));
    await refreshWorklist(client, [juniper]);
    expect(idsIn(client, asked)).toEqual(['a']);
    stop();
    client.clear();
  });
});
