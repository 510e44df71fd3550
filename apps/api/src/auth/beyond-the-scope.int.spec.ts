import { randomUUID } from 'node:crypto';
import { Roster } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { daysAgo, runApi, type RunningApi, type SendOptions } from '../testing/running-api.ts';

let api: RunningApi;
/** Somebody whose care ended at one site and went on at the other. */
let patientId: string;
let atMain: string;
let atRiverside: string;
beforeAll(async () => {
  api = await runApi();
  patientId = await api.newPatient({ given: 'Ada', family: 'Between' });
  atMain = await opened('main', 'standard-four');
  const left = { at: daysAgo(10), reasonCode: 'transferred' };
  expect((await api.command(atMain, 'DischargeEpisode', left, { role: 'medical-director' })).status).toBe(200);
  atRiverside = await opened('riverside', 'full-continuum', { previousEpisodeId: atMain, occurredAt: daysAgo(8) });
  await api.project(atMain, atRiverside);
}, 60_000);
afterAll(() => api.stop());

async function opened(siteId: string, programme: string, more: object = {}, whose = patientId): Promise<string> {
  const opening = {
    patientId: whose,
    programme,
    siteId,
    entryLevel: 'iop',
    ageGroup: 'adult',
    occurredAt: daysAgo(31),
  };
  const { body } = await api.send('POST', '/v1/episodes', { body: { ...opening, ...more } });
  const episodeId = String(body['episodeId']);
  await api.command(episodeId, 'Admit', { level: 'iop', attendedAt: daysAgo(siteId === 'main' ? 30 : 7) });
  return episodeId;
}

const at = async (sites: string[], role: Role = 'coordinator', more: { programmes?: string[] } = {}) => {
  const subject = `${role}-of-${sites.join('-')}`;
  const authorization = `Bearer ${await api.token(role, { subject, sites, ...more })}`;
  return (method: string, path: string, options: SendOptions = {}) =>
    api.send(method, path, { authorization, ...options });
};
const outcomesOf = async (subject: string, id: string) => {
  const { rows } = await api.resources.pool.query<{ outcome: string }>(
    'SELECT DISTINCT outcome FROM audit.access WHERE actor_id = $1 AND $2 = ANY(subject_ids)',
    [subject, id],
  );
  return rows.map(({ outcome }) => outcome);
};

describe('somebody of one site, about a person whom they see there', () => {
  it('is shown no journey of the person at another site on a roster', async () => {
    const ask = await at(['main']);
    const path = `/v1/roster?site=main&group=cbt-triggers&startsAt=${daysAgo(0.1)}&episodeIds=`;
    const { added } = Roster.parse((await ask('GET', `${path}${atMain},${atRiverside}`)).body);
    expect(added.map(({ episodeId }) => episodeId)).toEqual([atMain]);
  });

  it('is not told that care went on at another site', async () => {
    const here = await at(['main']);
    expect((await here('GET', `/v1/episodes/${atMain}`)).body).toMatchObject({ nextEpisodeId: null });
    const both = await at(['main', 'riverside']);
    expect((await both('GET', `/v1/episodes/${atMain}`)).body).toMatchObject({ nextEpisodeId: atRiverside });
  });
});

describe('somebody of one site, about people of another', () => {
  it('does not learn from the wait for a version whether there is such a journey, or how far it has come', async () => {
    const ask = await at(['main']);
    const stale = async (id: string) => {
      const { headers } = await ask('GET', '/v1/census', { headers: { 'stepway-after': `${id}=1` } });
      return headers.get('stepway-stale');
    };
    expect([await stale(atMain), await stale(atRiverside), await stale(randomUUID())]).toEqual([null, 'true', 'true']);
  });

  it('finds no trace of them between two pages of a search', async () => {
    const family = `Page${randomUUID().slice(0, 8)}`;
    const people = [];
    for (const site of ['main', 'riverside', 'riverside', 'main', 'riverside']) {
      const id = await api.newPatient({ given: 'Ada', family });
      const programme = site === 'main' ? 'standard-four' : 'full-continuum';
      await api.project(await opened(site, programme, {}, id));
      people.push({ site, id });
    }
    const ask = await at(['main']);
    const pages: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await ask('GET', `/v1/patients?query=${family}&limit=1${after}`);
      pages.push((body['items'] as { patientId: string }[]).map((one) => one.patientId));
      cursor = body['next'] as string | null;
      const named = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
      for (const { site, id } of people)
        expect([site, site === 'riverside' && named.includes(id)]).toEqual([site, false]);
    }
    const theirs = people.filter(({ site }) => site === 'main').map(({ id }) => id);
    expect(pages).toEqual(theirs.toSorted((a, b) => (a < b ? -1 : 1)).map((id) => [id]));
  });

  it('opens no episode of a person whom they may not see, as if there were none, and it is on record', async () => {
    const whose = await api.newPatient({ given: 'Ada', family: 'Elsewhere' });
    const elsewhere = await opened('riverside', 'full-continuum', {}, whose);
    await api.command(elsewhere, 'DischargeEpisode', { at: daysAgo(2), reasonCode: 'completed' }, { role: 'nurse' });
    await api.project(elsewhere);
    const ask = await at(['main'], 'nurse');
    const opening = { programme: 'standard-four', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' };
    const open = (id: string) => ask('POST', '/v1/episodes', { body: { ...opening, patientId: id } });
    const [unseen, unknown] = [await open(whose), await open(randomUUID())];
    expect([unseen.status, unknown.status]).toEqual([400, 400]);
    expect({ ...unseen.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect((await ask('GET', `/v1/patients/${whose}`)).status).toBe(404);
    const { rows } = await api.resources.pool.query(
      `SELECT outcome FROM audit.access WHERE actor_id = 'nurse-of-main' AND place = 'OpenEpisode'`,
    );
    expect(rows).toContainEqual({ outcome: 'denied' });
  });
});

describe('somebody of one site, about a person of another whom no read model knows yet', () => {
  it('is told nothing of who they are, from the opening of their first journey on, and also after its end', async () => {
    const whose = await api.newPatient({ given: 'Ada', family: 'Firstcome' });
    const [here, there] = [await at(['main']), await at(['riverside'])];
    const seenBy = async (ask: typeof here) => {
      const { body } = await ask('GET', '/v1/patients?query=firstcome');
      return [(await ask('GET', `/v1/patients/${whose}`)).status, (body['items'] as unknown[]).length];
    };
    expect([await seenBy(here), await seenBy(there)]).toEqual([
      [200, 1],
      [200, 1],
    ]);
    const first = await opened('riverside', 'full-continuum', {}, whose);
    expect([await seenBy(here), await seenBy(there)]).toEqual([
      [404, 0],
      [200, 1],
    ]);
    await api.command(first, 'DischargeEpisode', { at: daysAgo(2), reasonCode: 'transferred' }, { role: 'nurse' });
    expect(await seenBy(here)).toEqual([404, 0]);
  });
});

describe('a name that very many have', () => {
  it('finds on the board of a site who is there, however many of the name are elsewhere', async () => {
    const person = { name: { given: 'Ada', family: 'Verycommon' }, birthDate: '1990-01-01' };
    const numbers = Array.from({ length: 501 }, (_, index) => String(index).padStart(12, '0'));
    const people = numbers.map((number) => ({ patientId: `00000000-0000-4000-8000-${number}`, person }));
    const last = { patientId: 'ffffffff-ffff-4fff-8fff-ffffffffffff', person };
    await api.resources.privacy.identities.createMany([...people, last]);
    const theirs = await opened('main', 'standard-four', {}, last.patientId);
    await api.project(theirs);
    const { body } = await (await at(['main']))('GET', '/v1/episodes?q=verycommon');
    expect(body['items']).toMatchObject([{ episodeId: theirs }]);
  });
});

describe('moving the journeys of a version', () => {
  it('names no journey of a programme that is not the caller’s', async () => {
    const ask = await at(['main', 'riverside'], 'medical-director', { programmes: ['standard-four'] });
    const body = { to: { id: 'full-continuum', version: 1 } };
    expect((await ask('POST', '/v1/programmes/full-continuum/1/move-journeys', { body })).status).toBe(404);
  });

  it('puts on record as shown only what was shown', async () => {
    const ask = await at(['main'], 'programme-manager');
    const body = { to: { id: 'full-continuum', version: 1 }, episodeIds: [atRiverside] };
    const { body: answer } = await ask('POST', '/v1/programmes/full-continuum/1/move-journeys', { body });
    expect(answer['items']).toMatchObject([{ outcome: 'refused', refusal: { name: 'not-found' } }]);
    expect(await outcomesOf('programme-manager-of-main', atRiverside)).toEqual(['denied']);
  });
});
