import { PartnerMessage } from '@stepway/contracts';
import { askToken, assertion, partnerOf, signer } from '../testing/partners.ts';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';
import { faultsByR4 } from '../fhir/specs/definitions.ts';

let api: RunningApi;
let authorization: string;
let patientId: string;
let episodeId: string;
beforeAll(async () => {
  api = await runApi();
  const keys = await signer();
  const partner = partnerOf('harbour-house', { title: '=Harbour House', jwks: { keys: [keys.key] } });
  await api.resources.partners.registrations.set(partner, 'administrator-1');
  patientId = await api.newPatient({ given: 'Ada', family: 'Canary' });
  episodeId = await api.newJourney(patientId);
  const token = await askToken(api, { client_assertion: await assertion(api, 'harbour-house', keys) });
  authorization = `Bearer ${String(token.body['access_token'])}`;
}, 60_000);
afterAll(() => api.stop());

const own = (path: string) => api.send('GET', `/v1/partners/harbour-house${path}`, { authorization });
const officer = (query: string) =>
  api.send('GET', `/v1/disclosures?patientId=${patientId}${query}`, { role: 'privacy-officer' });
const exported = async (format: string) => {
  const headers = { authorization: `Bearer ${await api.token('privacy-officer')}` };
  const answer = await fetch(`${api.url}/v1/disclosures?patientId=${patientId}&format=${format}`, { headers });
  return { headers: answer.headers, text: await answer.text() };
};
/** As the relay does it. */
async function place(): Promise<void> {
  const leadership = await api.resources.log.tryLead('positions');
  if (leadership === undefined) throw new Error('another places');
  await api.resources.log.place(leadership, 1_000);
  await leadership.release();
}
const consent = {
  ...{ consentId: 'k1', kind: 'single-recipient', discloser: 'this-programme', purposes: ['housing'] },
  ...{ recipients: [{ recipientId: 'harbour-house' }], information: ['level-of-care'] },
  statements: ['right-to-revoke'],
  ...{ expires: { on: 'date', at: daysAgo(-60) }, signedAt: daysAgo(1), signatures: [{ who: 'patient' }] },
};

describe('a partner that asks by HTTP', () => {
  it('is told nothing without a consent', async () => {
    await place();
    const { status, body } = await own('/events');
    expect([status, body['items']]).toEqual([200, []]);
  });

  it('is told what the consent covers, each time anew, until it is revoked; and every telling is accounted for', async () => {
    expect((await api.command(episodeId, 'GiveConsent', consent)).status).toBe(200);
    await place();
    const { body } = await own('/events?after=0');
    const messages = (body['items'] as unknown[]).map((item) => PartnerMessage.parse(item));
    expect(messages.map(({ type }) => type)).toEqual([
      'stepway.partner.episode-opened.v1',
      'stepway.partner.admitted.v1',
    ]);
    const [first] = messages;
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${episodeId}|${patientId}|Canary`));
    expect((await own(`/events/${first?.id}`)).body).toMatchObject({ id: first?.id, data: first?.data });
    expect((await own(`/events?after=${String(body['next'])}`)).body).toMatchObject({ items: [], more: false });

    const revoked = { consentId: 'k1', at: new Date().toISOString(), cause: 'revoked' };
    expect((await api.command(episodeId, 'RevokeConsent', revoked)).status).toBe(200);
    expect((await own(`/events/${first?.id}`)).status).toBe(404);
    await place();
    const after = (await own('/events?after=0')).body['items'] as readonly { readonly type: string }[];
    expect(after.map(({ type }) => type)).toEqual(['stepway.partner.consent-ended.v1']);
  });

  it('sees its own lag, and nothing of another’s', async () => {
    expect((await own('')).body).toMatchObject({ partnerId: 'harbour-house', stream: { delivered: 0 } });
    for (const path of ['/v1/partners/other/events', '/v1/partners', '/v1/disclosures?patientId=x'])
      expect([403, 404]).toContain((await api.send('GET', path, { authorization })).status);
    const staff = await api.send('GET', '/v1/partners/harbour-house/events', { role: 'administrator' });
    expect(staff.status).toBe(403);
  });

  it('is not told of the end of a consent where it asks for an event that may not be told any more', async () => {
    const partner = partnerOf('other-house', { eventTypes: ['Admitted', 'EpisodeDischarged'] });
    const { registrations } = api.resources.partners;
    await registrations.set({ ...partner, recipient: { ...partner.recipient, recipientId: 'other-house' } }, 'a');
    const by = { authorization: `Bearer ${await api.resources.partnerTokens.sign('other-house', ['stepway/stream'])}` };
    const ask = (path: string) => api.send('GET', `/v1/partners/other-house/events${path}`, by);
    const journey = await api.newJourney(await api.newPatient({ given: 'Bea', family: 'Canary' }));
    const to = { ...consent, recipients: [{ recipientId: 'other-house' }] };
    const given = [
      await api.command(journey, 'GiveConsent', { ...to, consentId: 'stays', information: ['discharge'] }),
      await api.command(journey, 'GiveConsent', {
        ...to,
        consentId: 'ends',
        expires: { on: 'event', event: 'end-of-treatment' },
      }),
    ];
    expect(given.map(({ status }) => status)).toEqual([200, 200]);
    await api.command(journey, 'RecordSession', {
      ...{ sessionId: 's1', type: 'group', startedAt: daysAgo(3), minutes: 60, attendance: 'attended' },
    });
    await place();
    expect((await ask('')).body['items']).toHaveLength(1);
    const left = { at: daysAgo(0), reasonCode: 'completed' };
    expect((await api.command(journey, 'DischargeEpisode', left, { role: 'medical-director' })).status).toBe(200);
    await place();
    const told = (await ask('')).body['items'] as readonly { readonly id: string; readonly type: string }[];
    const discharge = told.find(({ type }) => type === 'stepway.partner.episode-discharged.v1')?.id ?? '';
    expect((await ask(`/${discharge}`)).body['id']).toBe(discharge);
    const revoked = { consentId: 'stays', at: new Date().toISOString(), cause: 'revoked' };
    expect((await api.command(journey, 'RevokeConsent', revoked)).status).toBe(200);
    expect((await ask(`/${discharge}`)).status).toBe(404);
  });

  it('asks to be told again: one at a time', async () => {
    const ask = (body: object) => api.send('POST', '/v1/partners/harbour-house/replays', { authorization, body });
    const started = await ask({ from: daysAgo(1) });
    expect([started.status, started.body]).toEqual([
      202,
      expect.objectContaining({ topic: expect.stringMatching(/^stepway\.partner\.harbour-house\.replay\./), sent: 0 }),
    ]);
    const again = await ask({ after: 0 });
    expect([again.status, again.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await ask({})).status).toBe(400);
    const { items } = (await own('/replays')).body;
    expect(items).toHaveLength(1);
    // Whoever keeps partners sees how far it is; only the partner asks for one.
    const seen = await api.send('GET', '/v1/partners/harbour-house', { role: 'privacy-officer' });
    expect(seen.body['replays']).toEqual(items);
  });
});

describe('the accounting of disclosures', () => {
  it('is one question, page by page', async () => {
    const { body } = await officer('&limit=2');
    expect(body['items']).toHaveLength(2);
    const { body: rest } = await officer(`&limit=2&cursor=${encodeURIComponent(String(body['next']))}`);
    const all = [...(body['items'] as object[]), ...(rest['items'] as object[])];
    expect([all.length, rest['next']]).toEqual([3, null]);
    for (const one of all)
      expect(one).toMatchObject({ partner: '=Harbour House', purpose: 'housing', channel: 'http', consentId: 'k1' });
    expect((await api.send('GET', `/v1/disclosures?patientId=${patientId}`, { role: 'administrator' })).status).toBe(
      403,
    );
  });

  it('is a CSV in which no cell is a formula', async () => {
    const { text, headers } = await exported('csv');
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    expect(text.trim().split('\r\n')).toHaveLength(4);
    expect(text).toContain("'=Harbour House");
    expect(text).not.toMatch(/(^|,)[=+@-]/m);
  });

  it('is a Bundle of AuditEvents as R4 defines them', async () => {
    const { text } = await exported('fhir');
    const bundle: { readonly entry: readonly { readonly resource: object }[] } = JSON.parse(text);
    expect(faultsByR4(bundle)).toEqual([]);
    expect(bundle.entry.flatMap(({ resource }) => faultsByR4(resource))).toEqual([]);
    expect(bundle.entry).toHaveLength(3);
  });
});
