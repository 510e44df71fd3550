import { WorklistCounts, WorklistItem } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { readWorklist } from '@stepway/read-models';
import { daysAgo, drugTestResult, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
const journeys: string[] = [];
beforeAll(async () => {
  api = await runApi();
  for (const specimenId of ['S-1', 'S-2', 'S-3']) journeys.push(await steppedUp(specimenId));
});
afterAll(() => api.stop());

async function steppedUp(specimenId: string): Promise<string> {
  const episodeId = await api.newJourney();
  await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(specimenId));
  await settle(episodeId);
  return episodeId;
}

async function settle(...episodeIds: readonly string[]): Promise<void> {
  for (const episodeId of episodeIds) await api.resources.recorder.run({ episodeId, now: daysAgo(0) });
  await api.project(...episodeIds);
}

const listed = async (query = '', role: Role = 'coordinator') => {
  const { body } = await api.send('GET', `/v1/worklist${query}`, { role });
  return { next: body['next'], items: WorklistItem.array().parse(body['items']) };
};
const counts = async () => WorklistCounts.parse((await api.send('GET', '/v1/worklist/counts')).body);
const idsOf = (items: readonly WorklistItem[]) => items.map(({ taskId }) => taskId);

describe('the worklist', () => {
  it('has the open tasks of everybody, the most pressing first, each with its reasons', async () => {
    const { items } = await listed();
    expect(new Set(items.map(({ episodeId }) => episodeId))).toEqual(new Set(journeys));
    const points = items.map((item) => item.points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
    for (const { parts, points: total, name } of items) {
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(total);
      expect(name).not.toBeNull();
    }
  });

  it('comes page by page, each task once', async () => {
    const { items: all } = await listed();
    const found: WorklistItem[] = [];
    for (let query: string | undefined = '?limit=4'; query !== undefined;) {
      const { items, next } = await listed(query);
      found.push(...items);
      query = typeof next === 'string' ? `?limit=4&cursor=${next}` : undefined;
    }
    expect(idsOf(found)).toEqual(idsOf(all));
    expect((await api.send('GET', '/v1/worklist?cursor=WyIxIl0')).status).toBe(400);
  });

  it('is asked by kind, role, level and journey', async () => {
    const [one = ''] = journeys;
    const { items } = await listed(`?episodeIds=${one}&kind=reassessment&role=therapist&level=iop`);
    expect(items).toMatchObject([{ episodeId: one, kind: 'reassessment', role: 'therapist' }]);
    expect((await listed('?level=detox')).items).toEqual([]);
    expect((await listed(`?taskIds=${items[0]?.taskId}`)).items).toEqual(items);
  });

  it('shows at once who took a task on: it is theirs, and nobody’s no more', async () => {
    const { items } = await listed('?who=unowned&kind=schedule-hand-off');
    const [task] = items;
    if (task === undefined) throw new Error('no task');
    const before = await counts();
    await api.command(task.episodeId, 'ClaimTask', { taskId: task.taskId });
    await settle(task.episodeId);
    const mine = await listed('?who=mine');
    expect(mine.items).toMatchObject([{ taskId: task.taskId, owner: { by: 'claim' } }]);
    expect(idsOf((await listed('?who=unowned')).items)).not.toContain(task.taskId);
    expect(await counts()).toMatchObject({ mine: 1, unowned: before.unowned - 1, all: before.all });
  });

  it('leaves out what was put off, until then or until it is asked for', async () => {
    const { items } = await listed('?kind=reassessment');
    const [task] = items;
    if (task === undefined) throw new Error('no task');
    const until = new Date(Date.now() + 30 * 3_600_000).toISOString();
    await api.command(task.episodeId, 'SnoozeTask', { taskId: task.taskId, until });
    await settle(task.episodeId);
    expect(idsOf((await listed('?kind=reassessment')).items)).not.toContain(task.taskId);
    expect((await listed('?kind=reassessment&snoozed=shown')).items).toContainEqual(
      expect.objectContaining({ taskId: task.taskId, actBy: until, snoozedUntil: until }),
    );
    const { items: later } = await readWorklist(api.resources.pool, { kinds: ['reassessment'] }, { now: daysAgo(-2) });
    expect(later.map(({ taskId }) => taskId)).toContain(task.taskId);
  });

  it('knows what is overdue before any event says so, and ranks it higher', async () => {
    expect((await listed('?due=overdue')).items).toEqual([]);
    const { items: before } = await listed('?limit=500');
    const now = daysAgo(-5);
    const { items: late } = await readWorklist(api.resources.pool, { actBefore: now, withSnoozed: true }, { now });
    const [first] = late;
    const known = before.find(({ taskId }) => taskId === first?.taskId);
    expect(first?.parts).toContainEqual({ part: 'time', step: 'over-a-day', points: 20 });
    expect(first?.points).toBe((known?.points ?? 0) + 20);
    expect((await listed('?due=week&limit=500')).items.length).toBeGreaterThan(0);
    expect((await listed('?due=today')).next).toBeNull();
  });

  it('has what is urgent with the phone tree, until somebody acknowledges it', async () => {
    const [, other = ''] = journeys;
    await api.command(other, 'RaiseCrisis', { crisisId: 'c1', kind: 'suicidality', actions: [] });
    await settle(other);
    const { items } = await listed('?urgent=only');
    expect(items).toMatchObject([{ kind: 'crisis', owner: null, goesUp: { role: 'therapist' } }]);
    expect((await listed()).items[0]?.taskId).toBe(items[0]?.taskId);
    await api.command(other, 'ClaimTask', { taskId: items[0]?.taskId });
    await settle(other);
    expect((await listed('?urgent=only')).items).toMatchObject([{ goesUp: null, owner: { by: 'claim' } }]);
  });

  it('is as it was known at a moment of the past', async () => {
    expect((await listed(`?asOf=${daysAgo(1_000)}`)).items).toEqual([]);
    const asOf = new Date().toISOString();
    const then = await listed('?snoozed=shown&limit=500');
    const [one = ''] = journeys;
    await api.command(one, 'DischargeEpisode', { at: daysAgo(0), reasonCode: 'transferred', againstAdvice: false });
    await settle(one);
    expect((await listed('?snoozed=shown&limit=500')).items.length).toBeLessThan(then.items.length);
    const again = await listed(`?snoozed=shown&asOf=${asOf}`);
    expect(idsOf(again.items).toSorted()).toEqual(idsOf(then.items).toSorted());
    expect((await listed(`?snoozed=shown&asOf=${asOf}&sense=true`)).items.length).toBeGreaterThan(0);
  });

  it('shows no names to a machine, and nobody to an administrator', async () => {
    expect(new Set((await listed('', 'system')).items.map(({ name }) => name))).toEqual(new Set([null]));
    expect((await api.send('GET', '/v1/worklist', { role: 'administrator' })).status).toBe(403);
    expect((await api.send('GET', '/v1/worklist/counts', { role: 'administrator' })).status).toBe(403);
  });
});
