import { Capacity, WaitingListItem } from '@stepway/contracts';
import type { Priority, Role } from '@stepway/pathway';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let minutesLater = 0;
const now = () => new Date(Date.now() + minutesLater * 60_000);
beforeAll(async () => {
  api = await runApi({ now });
});
afterAll(() => api.stop());

async function applicant(family: string, days: number, priority?: Priority, entryLevel = 'iop'): Promise<string> {
  const patientId = await api.newPatient({ given: 'Ada', family });
  const body = {
    ...{ patientId, programme: 'standard-four', siteId: 'main', entryLevel, ageGroup: 'adult' },
    ...{ occurredAt: daysAgo(days), ...(priority && { priority }) },
  };
  const { body: opened } = await api.send('POST', '/v1/episodes', { body });
  const episodeId = String(opened['episodeId']);
  await api.resources.recorder.run({ episodeId, now: daysAgo(0) });
  return episodeId;
}

const listed = async (query = '', role: Role = 'coordinator') => {
  const { body } = await api.send('GET', `/v1/waiting-list${query}`, { role });
  return { next: body['next'], items: WaitingListItem.array().parse(body['items']) };
};
const capacityOf = async (level: string) => {
  const { items } = Capacity.parse((await api.send('GET', '/v1/capacity')).body);
  return items.find((row) => row.siteId === 'main' && row.level === level);
};
const setPlaces = (level: string, places: number, role: Role = 'coordinator') =>
  api.send('POST', '/v1/capacity', { role, body: { siteId: 'main', programme: 'standard-four', level, places } });

describe('the waiting list', () => {
  it('has applicants in the statutory order, with their clocks, page by page', async () => {
    const waiting = [
      await applicant('Other', 9),
      await applicant('Injecting', 8, 'injecting'),
      await applicant('Longer', 12, 'injecting'),
      await applicant('Pregnant', 1, 'pregnant'),
    ];
    await api.project(...waiting);
    const { items } = await listed();
    expect(items.map(({ name, priority }) => [name?.family, priority])).toEqual([
      ['Pregnant', 'pregnant'],
      ['Longer', 'injecting'],
      ['Injecting', 'injecting'],
      ['Other', 'other'],
    ]);
    expect(items.map(({ admitBy }) => admitBy !== null)).toEqual([false, true, true, false]);
    const first = await listed('?limit=3');
    const rest = await listed(`?limit=3&cursor=${String(first.next)}`);
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(rest.next).toBeNull();
    expect((await listed('?queue=moves')).items).toEqual([]);
  });

  it('shows no names to a machine, and nobody to an administrator', async () => {
    expect((await listed('', 'system')).items.map(({ name }) => name)).toEqual([null, null, null, null]);
    expect((await api.send('GET', '/v1/waiting-list', { role: 'administrator' })).status).toBe(403);
  });
});

describe('the places of a site', () => {
  it('are those of its file until people set them', async () => {
    expect(await capacityOf('iop')).toMatchObject({
      places: 160,
      occupied: 0,
      waiting: 4,
      free: 160,
      stateNotice: null,
    });
    expect(await capacityOf('aftercare')).toMatchObject({ places: null, free: null });
    expect((await setPlaces('iop', 1)).status).toBe(204);
    expect(await capacityOf('iop')).toMatchObject({ places: 1, free: 1 });
  });

  it('at 90 % of which the State is told within 7 days', async () => {
    await api.project(await api.newJourney());
    const row = await capacityOf('iop');
    expect(row).toMatchObject({ occupied: 1, free: 0 });
    const { since = '', dueAt = '' } = row?.stateNotice ?? {};
    expect(Date.parse(dueAt) - Date.parse(since)).toBe(7 * 86_400_000);
    await setPlaces('iop', 2);
    expect((await capacityOf('iop'))?.stateNotice).toBeNull();
  });

  it('are not offered twice: one kept for an applicant is not free, until they decline or it is no longer kept', async () => {
    const resident = (family: string) => applicant(family, 3, undefined, 'residential');
    const [one, another] = [await resident('Offered'), await resident('Waiting')];
    await setPlaces('residential', 3);
    const startsAt = daysAgo(-4);
    const keptUntil = new Date(Date.now() + 10 * 60_000).toISOString();
    for (const episodeId of [one, another])
      await api.command(episodeId, 'OfferSlot', { slotId: 's1', level: 'residential', startsAt, keptUntil });
    await api.project(one, another);
    expect(await capacityOf('residential')).toMatchObject({ occupied: 0, offered: 2, free: 1 });

    await api.command(one, 'DeclineSlot', { slotId: 's1' });
    await api.project(one);
    expect(await capacityOf('residential')).toMatchObject({ offered: 1, free: 2 });
    minutesLater = 11;
    expect(await capacityOf('residential')).toMatchObject({ offered: 0, free: 3 });
    minutesLater = 0;
  });

  it('are set by those who know them, at a level that there is', async () => {
    expect((await setPlaces('iop', 3, 'peer-worker')).status).toBe(403);
    expect((await setPlaces('moon', 3)).body).toMatchObject({ status: 400, errors: [{ pointer: '/level' }] });
    expect((await setPlaces('iop', -1)).status).toBe(400);
  });
});

describe('how many places there are', () => {
  it('is on record as set by whoever sets it', async () => {
    const authorization = `Bearer ${await api.token('coordinator', { subject: 'spec-place-keeper' })}`;
    const body = { siteId: 'main', programme: 'standard-four', level: 'php', places: 3 };
    await api.send('POST', '/v1/capacity', { authorization, body });
    await api.send('POST', '/v1/capacity', { authorization, body: { ...body, level: 'iop' } });
    const trail = await api.send('GET', '/v1/audit?actor=spec-place-keeper', { role: 'privacy-officer' });
    // What was not set is not on record as set.
    expect(trail.body['items']).toMatchObject([{ place: 'POST /v1/capacity', action: 'write', outcome: 'granted' }]);
  });
});
