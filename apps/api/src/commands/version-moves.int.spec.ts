import { readFileSync } from 'node:fs';
import { daysAgo, drugTestResult, runApi, type RunningApi } from '../testing/running-api.ts';

type Level = Record<string, unknown>;
interface Shipped extends Record<string, unknown> {
  readonly levels: Record<string, Level>;
  readonly stepUp: Record<string, unknown>;
  readonly generalKnowledge: readonly string[];
}
const shipped: Shipped = JSON.parse(readFileSync('libs/pathway/programmes/standard-four.v2.json', 'utf8'));

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
  // The second version proposes; the third has no aftercare under its name.
  const { aftercare, ...others } = shipped.levels;
  const levels: Record<string, Level> = { ...others, 'continuing-care': { ...aftercare, id: 'continuing-care' } };
  const generalKnowledge = shipped.generalKnowledge.filter((place) => !place.startsWith('/levels/aftercare/'));
  const iop = { ...levels['iop'], stepDownTo: 'continuing-care' };
  const version = (number: number, more: object = {}) => ({ ...shipped, id: 'our-four', version: number, ...more });
  for (const body of [
    version(1),
    version(2, { stepUp: { ...shipped.stepUp, mode: 'propose' } }),
    version(3, {
      ladder: ['detox', 'residential', 'iop', 'continuing-care'],
      levels: { ...levels, iop },
      generalKnowledge,
    }),
  ]) {
    const { status, body: answer } = await api.send('POST', '/v1/programmes', { role: 'programme-manager', body });
    if (status !== 201) throw new Error(JSON.stringify(answer));
  }
});
afterAll(() => api.stop());

async function journey(level = 'iop'): Promise<string> {
  const patientId = await api.newPatient();
  const programme = { id: 'our-four', version: 1 };
  const body = { patientId, programme, siteId: 'main', entryLevel: level, ageGroup: 'adult', occurredAt: daysAgo(31) };
  const opened = await api.send('POST', '/v1/episodes', { body });
  const episodeId = String(opened.body['episodeId']);
  await api.command(episodeId, 'Admit', { level, attendedAt: daysAgo(30) });
  await api.project(episodeId);
  return episodeId;
}

const move = async (from: number, body: object, role: 'programme-manager' | 'coordinator' = 'programme-manager') => {
  const answer = await api.send('POST', `/v1/programmes/our-four/${from}/move-journeys`, { role, body });
  return { ...answer, items: (answer.body['items'] ?? []) as Record<string, unknown>[] };
};
const to = (version: number) => ({ id: 'our-four', version });
const versionOf = async (episodeId: string) => {
  const found = await api.resources.recorder.journey(episodeId);
  return found.status === 'not-opened' ? undefined : found.programme.version;
};
const movesOf = async (episodeId: string) =>
  (await api.resources.log.readStream(episodeId)).events.filter(({ type }) => type === 'MovedToProgrammeVersion')
    .length;

describe('the journeys of a version', () => {
  it('are not moved unless that is said: first it is shown what would change for each', async () => {
    const one = await journey();
    await api.command(one, 'RecordDrugTestResult', drugTestResult('S-shown'));
    const { status, items, body } = await move(1, { to: to(2), episodeIds: [one] });
    expect(status).toBe(200);
    expect(body['dry']).toBe(true);
    expect(items).toMatchObject([{ episodeId: one, outcome: 'would-move', change: { levels: {} } }]);
    expect(await versionOf(one)).toBe(1);
  });

  it('are moved, each with a result, and judged by the new version from then on', async () => {
    const one = await journey();
    const { items } = await move(1, { to: to(2), dry: false, episodeIds: [one], reason: 'The clinic proposes now.' });
    expect(items).toEqual([{ episodeId: one, outcome: 'moved' }]);
    const result = drugTestResult('S-moved');
    await api.command(one, 'RecordDrugTestResult', result);
    await api.resources.recorder.run({ episodeId: one, now: new Date().toISOString() });
    const { events } = await api.resources.log.readStream(one);
    expect(events.map(({ type }) => type)).toContain('TransitionProposed');
    expect(events.map(({ type }) => type)).not.toContain('TransitionStarted');
  });

  it('are moved once each when it is ended midway and run again, also by two at a time', async () => {
    const all = [await journey(), await journey(), await journey(), await journey()];
    const first = await move(1, { to: to(2), dry: false, limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.body['next']).not.toBeNull();
    await Promise.all([move(1, { to: to(2), dry: false }), move(1, { to: to(2), dry: false })]);
    const again = await move(1, { to: to(2), dry: false });
    expect(again.items.filter(({ outcome }) => outcome !== 'known')).toEqual([]);
    expect(await Promise.all(all.map(versionOf))).toEqual([2, 2, 2, 2]);
    expect(await Promise.all(all.map(movesOf))).toEqual([1, 1, 1, 1]);
    await api.project(...all);
    const left = (await move(1, { to: to(2) })).items.map(({ episodeId }) => episodeId);
    expect(all.filter((episodeId) => left.includes(episodeId))).toEqual([]);
  });

  it('may be moved back, and there again', async () => {
    const one = await journey();
    await move(1, { to: to(2), dry: false, episodeIds: [one] });
    await move(2, { to: to(1), dry: false, episodeIds: [one] });
    await move(1, { to: to(2), dry: false, episodeIds: [one] });
    expect(await versionOf(one)).toBe(2);
    expect(await movesOf(one)).toBe(3);
  });

  it('are refused one by one, with what is needed to act', async () => {
    const [staying, renamed] = [await journey('iop'), await journey('aftercare')];
    const asked = { to: to(3), dry: false, episodeIds: [staying, renamed] };
    const { items } = await move(1, asked);
    expect(items).toMatchObject([
      { episodeId: staying, outcome: 'moved' },
      {
        episodeId: renamed,
        outcome: 'refused',
        refusal: { name: 'LevelHasNoCounterpart', rejection: { level: 'aftercare' } },
      },
    ]);
    const named = await move(1, { ...asked, levels: { aftercare: 'continuing-care' } });
    expect(named.items.map(({ outcome }) => outcome)).toEqual(['known', 'moved']);
    const { body } = await api.send('GET', `/v1/programmes/our-four/3`);
    expect(body['id']).toBe('our-four');
  });

  it('are moved by those who answer for programmes, to versions that are published', async () => {
    expect((await move(1, { to: to(2) }, 'coordinator')).status).toBe(403);
    expect((await move(1, { to: to(9) })).status).toBe(400);
    expect((await move(9, { to: to(2) })).status).toBe(404);
    expect((await move(1, { to: to(2), cursor: 'nonsense' })).status).toBe(400);
  });
});

describe('one journey', () => {
  it('is moved by its own command, which says dry what would follow', async () => {
    const one = await journey();
    const send = (dry: string) =>
      api.send('POST', `/v1/episodes/${one}/move-to-programme-version${dry}`, {
        role: 'medical-director',
        body: { programme: to(2) },
      });
    expect((await send('?dry=true')).body['events']).toMatchObject([{ type: 'MovedToProgrammeVersion' }]);
    expect(await versionOf(one)).toBe(1);
    expect((await send('')).status).toBe(200);
    expect(await versionOf(one)).toBe(2);
  });
});
