import { randomUUID } from 'node:crypto';
import { EmergencyView, OpenEmergency, Trail } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { runApi, type RunningApi, type SendOptions } from '../testing/running-api.ts';

const canary = 'zinnia-canary-told-at-the-door';
const reason = `Found unresponsive, ${canary}`;

let api: RunningApi;
let clock: Date | undefined;
let patientId: string;
let episodeId: string;
let other: string;
beforeAll(async () => {
  api = await runApi({ now: () => clock ?? new Date() });
  patientId = await api.newPatient();
  episodeId = await api.newJourney(patientId);
  other = await api.newJourney();
  await api.project(episodeId, other);
}, 60_000);
afterAll(() => api.stop());
afterEach(() => {
  clock = undefined;
});

/** Somebody new of another site. */
async function elsewhere(role: Role = 'therapist') {
  const subject = `spec-${randomUUID()}`;
  const authorization = `Bearer ${await api.token(role, { subject, sites: ['riverside'] })}`;
  const send = (method: string, path: string, options: SendOptions = {}) =>
    api.send(method, path, { authorization, ...options });
  return {
    subject,
    send,
    sees: async (id: string) => (await send('GET', `/v1/episodes/${id}`)).status === 200,
    breaks: (id: string, body: object = { kind: 'overdose', reason }) =>
      send('POST', `/v1/episodes/${id}/break-the-glass`, { body }),
  };
}
const officer = (method: string, path: string, body?: object) =>
  api.send(method, path, { role: 'privacy-officer', ...(body && { body }) });
const toReview = async () => {
  const { body } = await officer('GET', '/v1/break-the-glass');
  return (body['items'] as unknown[]).map((item) => EmergencyView.parse(item));
};
const openedBy = async (who: { readonly subject: string }) =>
  (await toReview()).filter(({ actor }) => actor.id === who.subject);

describe('an emergency access', () => {
  it('opens exactly one journey, at once, and says until when', async () => {
    const who = await elsewhere();
    expect([await who.sees(episodeId), await who.sees(other)]).toEqual([false, false]);
    const { status, body } = await who.breaks(episodeId);
    expect(status).toBe(201);
    const open = OpenEmergency.parse(body);
    expect(Date.parse(open.until) - Date.parse(open.at)).toBe(60 * 60_000);
    expect([await who.sees(episodeId), await who.sees(other)]).toEqual([true, false]);
    expect((await who.send('GET', `/v1/episodes/${episodeId}`)).body['emergency']).toEqual(body);
    expect((await who.send('GET', '/v1/episodes')).body['items']).toEqual([]);
    expect((await who.send('GET', `/v1/patients/${patientId}`)).status).toBe(200);
  });

  it('is one, also when it is asked for twice', async () => {
    const who = await elsewhere();
    const first = await who.breaks(episodeId);
    const second = await who.breaks(episodeId, { kind: 'other', reason: 'Pressed twice' });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await openedBy(who)).toHaveLength(1);
  });

  it('ends as one, also when it was begun twice in one moment', async () => {
    const who = await elsewhere();
    const begun = await Promise.all([who.breaks(episodeId), who.breaks(episodeId), who.breaks(episodeId)]);
    const path = `/v1/break-the-glass/${String(begun[0].body['emergencyId'])}/end`;
    expect((await who.send('POST', path)).status).toBe(204);
    expect(await who.sees(episodeId)).toBe(false);
  });

  it('ends by itself', async () => {
    const who = await elsewhere();
    await who.breaks(episodeId);
    clock = new Date(Date.now() + 59 * 60_000);
    expect(await who.sees(episodeId)).toBe(true);
    clock = new Date(Date.now() + 60 * 60_000 + 1_000);
    // The token has ended with the hour as well: one that goes on shows that it is not that.
    const authorization = `Bearer ${await api.token('therapist', {
      ...{ subject: who.subject, sites: ['riverside'], expiresAt: Math.floor(Date.now() / 1_000) + 7_200 },
    })}`;
    expect((await who.send('GET', `/v1/episodes/${episodeId}`, { authorization })).status).toBe(404);
  });

  it('ends by who opened it, and by nobody else', async () => {
    const [who, colleague] = [await elsewhere(), await elsewhere()];
    const { body } = await who.breaks(episodeId);
    const path = `/v1/break-the-glass/${String(body['emergencyId'])}/end`;
    expect((await colleague.send('POST', path)).status).toBe(404);
    expect(await who.sees(episodeId)).toBe(true);
    expect((await who.send('POST', path)).status).toBe(204);
    expect(await who.sees(episodeId)).toBe(false);
    expect((await openedBy(who))[0]?.endedAt).not.toBeNull();
  });

  it.each<[string, (cookie: string, sessionId: string) => Promise<unknown>]>([
    [
      'that is signed out of',
      (cookie) =>
        api.send('POST', '/v1/sign-out', {
          ...{ authorization: '', headers: { cookie, 'sec-fetch-site': 'same-origin', origin: api.url } },
        }),
    ],
    [
      'that an administrator ends',
      (_, sessionId) => api.send('POST', `/v1/sessions/${sessionId}/end`, { role: 'administrator' }),
    ],
  ])('ends with the session %s, on record', async (_, ends) => {
    const actorId = `spec-${randomUUID()}`;
    const who = { actorId, role: 'therapist', origin: 'claims', sites: ['riverside'] } as const;
    const { id } = await api.resources.sessions.open(who);
    const cookie = `stepway_session=${id}`;
    const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: api.url };
    const { status, body } = await api.send('POST', `/v1/episodes/${episodeId}/break-the-glass`, {
      ...{ authorization: '', headers, body: { kind: 'overdose', reason } },
    });
    expect(status).toBe(201);
    const open = await api.resources.sessions.list(undefined);
    await ends(cookie, open.find(({ actor }) => actor.id === actorId)?.sessionId ?? '');
    expect((await openedBy({ subject: actorId }))[0]?.endedAt).not.toBeNull();
    const under = await officer('GET', `/v1/audit?emergency=${String(body['emergencyId'])}`);
    expect(Trail.parse(under.body).items.map(({ action }) => action)).toEqual(['end-emergency', 'break-the-glass']);
  });

  it('adds nothing to what the role may do', async () => {
    const who = await elsewhere('nurse');
    await who.breaks(episodeId);
    const dry = (command: string) => who.send('POST', `/v1/episodes/${episodeId}/${command}?dry=true`, { body: {} });
    expect((await dry('move-to-programme-version')).status).toBe(403);
    expect((await dry('record-session')).status).toBe(400);
  });

  it('is for clinical staff', async () => {
    const who = await elsewhere('coordinator');
    expect((await who.breaks(episodeId)).status).toBe(403);
    expect((await who.breaks(randomUUID())).status).toBe(403);
  });

  it('is not for a journey that is open anyway', async () => {
    const { status, body } = await api.send('POST', `/v1/episodes/${episodeId}/break-the-glass`, {
      ...{ role: 'therapist', body: { kind: 'medical', reason } },
    });
    expect([status, String(body['type']).split('/').at(-1)]).toEqual([409, 'EmergencyNotNeeded']);
  });

  it('of a journey that is not there is answered as any that may not be seen', async () => {
    const who = await elsewhere();
    const nowhere = await who.breaks(randomUUID());
    const unseen = await who.send('GET', `/v1/episodes/${episodeId}`);
    expect(nowhere.status).toBe(404);
    expect({ ...nowhere.body, instance: '' }).toEqual({ ...unseen.body, instance: '' });
    expect((await who.breaks(randomUUID(), { kind: 'overdose' })).status).toBe(400);
    expect((await who.breaks(episodeId, { kind: 'overdose' })).status).toBe(400);
  });

  it('marks in the trail all that was seen and done under it', async () => {
    const who = await elsewhere();
    await who.sees(episodeId);
    const { emergencyId } = OpenEmergency.parse((await who.breaks(episodeId)).body);
    await who.sees(episodeId);
    await who.send('GET', `/v1/episodes/${episodeId}/events`);
    await who.send('GET', '/v1/patients?query=ada');
    await who.send('POST', `/v1/episodes/${episodeId}/claim-task`, { body: { taskId: 'none' } });
    await who.send('POST', `/v1/break-the-glass/${emergencyId}/end`);
    await who.sees(episodeId);
    const all = Trail.parse((await officer('GET', `/v1/audit?actor=${who.subject}`)).body).items.toReversed();
    expect(all.map(({ action, outcome, emergencyId: under }) => [action, outcome, under])).toEqual([
      ['read', 'denied', null],
      ['break-the-glass', 'granted', emergencyId],
      ['read', 'granted', emergencyId],
      ['open-text', 'granted', emergencyId],
      ['search', 'granted', emergencyId],
      ['command', 'granted', emergencyId],
      ['end-emergency', 'granted', emergencyId],
      ['read', 'denied', null],
    ]);
    const under = Trail.parse((await officer('GET', `/v1/audit?emergency=${emergencyId}`)).body).items;
    expect(under).toHaveLength(6);
  });
});

describe('the reason', () => {
  it('is read by who reviews it, and stands nowhere in plain words', async () => {
    const who = await elsewhere();
    const { emergencyId } = OpenEmergency.parse((await who.breaks(episodeId)).body);
    expect(await openedBy(who)).toMatchObject([
      { reason, kind: 'overdose', name: { given: 'Ada', family: 'Canary' }, review: null },
    ]);
    const note = `Spoke with them: ${canary}`;
    await officer('POST', `/v1/break-the-glass/${emergencyId}/review`, { finding: 'justified', note });
    const { body } = await officer('GET', '/v1/break-the-glass?state=decided');
    expect(body['items']).toMatchObject([{ emergencyId, review: { finding: 'justified', note } }]);
    for (const table of ['emergency', 'emergency_review', 'access']) {
      const { rows } = await api.resources.pool.query<{ row: string }>(`SELECT t::text AS row FROM audit.${table} t`);
      expect(rows.length).toBeGreaterThan(0);
      expect(
        rows.filter(({ row }) => row.includes(canary) || row.includes(Buffer.from(canary).toString('hex'))),
      ).toEqual([]);
    }
    expect(api.logged.filter((line) => line.includes(canary))).toEqual([]);
  });
});

describe('a review', () => {
  it('is asked for until it is given, and given once', async () => {
    const who = await elsewhere();
    const { emergencyId } = OpenEmergency.parse((await who.breaks(episodeId)).body);
    const path = `/v1/break-the-glass/${emergencyId}/review`;
    expect(await openedBy(who)).toHaveLength(1);
    expect((await officer('POST', path, { finding: 'justified' })).status).toBe(204);
    expect(await openedBy(who)).toEqual([]);
    const again = await officer('POST', path, { finding: 'not-justified' });
    expect([again.status, String(again.body['type']).split('/').at(-1)]).toEqual([409, 'ReviewedBefore']);
    expect(await who.sees(episodeId)).toBe(true);
  });

  it('that finds it not justified ends it', async () => {
    const who = await elsewhere();
    const { emergencyId } = OpenEmergency.parse((await who.breaks(episodeId)).body);
    await officer('POST', `/v1/break-the-glass/${emergencyId}/review`, { finding: 'not-justified' });
    expect(await who.sees(episodeId)).toBe(false);
  });

  it('is never by who opened the journey', async () => {
    const who = await elsewhere();
    const { emergencyId } = OpenEmergency.parse((await who.breaks(episodeId)).body);
    const authorization = `Bearer ${await api.token('privacy-officer', { subject: who.subject })}`;
    const { status, body } = await api.send('POST', `/v1/break-the-glass/${emergencyId}/review`, {
      ...{ authorization, body: { finding: 'justified' } },
    });
    expect([status, String(body['type']).split('/').at(-1)]).toEqual([409, 'OwnEmergency']);
    expect(await openedBy(who)).toHaveLength(1);
  });
});
