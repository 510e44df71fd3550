import { consentInformation, type ConsentInformation, type Role } from '@stepway/pathway';
import { fhirReadTypes, partnerEventTypes } from '@stepway/contracts';
import { faultsByR4 } from '../fhir/specs/definitions.ts';
import { partnerOf } from '../testing/partners.ts';
import { daysAgo, drugTestResult, runApi, type Answered, type RunningApi } from '../testing/running-api.ts';

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly meta: { readonly versionId: string; readonly lastUpdated: string; readonly security: { code: string }[] };
  readonly [element: string]: unknown;
}

let api: RunningApi;
let known: { readonly patientId: string; readonly episodeId: string };
let canary: { readonly patientId: string; readonly episodeId: string };
let partner: string;
beforeAll(async () => {
  api = await runApi();
  [known, canary] = [await someone(), await someone()];
  await api.resources.partners.registrations.set(partnerOf('harbour-house', { eventTypes: partnerEventTypes }), 'a');
  partner = `Bearer ${await api.resources.partnerTokens.sign('harbour-house', ['system/*.rs'])}`;
}, 60_000);
afterAll(() => api.stop());

const onDay = (days: number): string => `${daysAgo(days).slice(0, 10)}T09:00:00.000Z`;

async function someone() {
  const patientId = await api.newPatient({ given: 'Ada', family: 'Canary' });
  const episodeId = await api.newJourney(patientId);
  const done = [
    await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`S-${patientId}`)),
    await api.command(episodeId, 'RecordSession', {
      // Within one day: a search for a day finds what lies in it, whatever the hour of the spec.
      ...{ sessionId: 's1', type: 'group', startedAt: onDay(3), minutes: 60, attendance: 'attended' },
    }),
    await api.command(episodeId, 'RecordSession', {
      ...{ sessionId: 's2', type: 'individual', startedAt: daysAgo(2), minutes: 60, attendance: 'missed' },
    }),
    await api.command(episodeId, 'SetGoals', { goals: [{ goalId: 'g1', domain: 'housing', text: 'canary words' }] }),
    await api.command(episodeId, 'RecordMedication', {
      ...{ medicationId: 'm1', medication: 'buprenorphine-naloxone', kind: 'moud', from: daysAgo(20) },
    }),
  ];
  expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
  await api.project(episodeId);
  return { patientId, episodeId };
}

const consent = async (episodeId: string, information: readonly ConsentInformation[], consentId = 'c1') => {
  const { status, body } = await api.command(episodeId, 'GiveConsent', {
    ...{ consentId, kind: 'single-recipient', discloser: 'this-programme', purposes: ['housing'], information },
    recipients: [{ recipientId: 'harbour-house', name: 'Canary House' }],
    statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
    expires: { on: 'date', at: daysAgo(-100) },
    signedAt: new Date(Date.now() - 60_000).toISOString(),
    signatures: [{ who: 'patient' }],
  });
  expect([status, body['errors'] ?? body['type']]).toEqual([200, undefined]);
};
const revoke = (episodeId: string, consentId = 'c1') =>
  api.command(episodeId, 'RevokeConsent', { consentId, at: new Date().toISOString(), cause: 'revoked' });

const get = (path: string, options: { role?: Role; authorization?: string; headers?: Record<string, string> } = {}) =>
  api.send('GET', path.startsWith('http') ? path : `/fhir/R4/${path}`, options);
const asPartner = (path: string, headers?: Record<string, string>) =>
  get(path, { authorization: partner, ...(headers && { headers }) });

/** Every answer is R4, labelled. */
function asR4(answer: Answered): Answered {
  expect([answer.headers.get('content-type'), faultsByR4(answer.body)]).toEqual([
    'application/fhir+json; charset=utf-8',
    [],
  ]);
  for (const { meta } of resourcesIn(answer))
    expect(meta.security.map(({ code }) => code)).toEqual(expect.arrayContaining(['R', 'ETH', '42CFRPart2']));
  return answer;
}
const resourcesIn = ({ body }: Answered): readonly Resource[] =>
  ((body['entry'] ?? []) as { resource: Resource }[])
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType !== 'OperationOutcome');
const nextOf = ({ body }: Answered): string | undefined =>
  (body['link'] as { relation: string; url: string }[]).find(({ relation }) => relation === 'next')?.url;

/** Page by page until the end. */
async function all(path: string, options: { role?: Role; authorization?: string } = {}): Promise<readonly Resource[]> {
  const found: Resource[] = [];
  for (let next: string | undefined = path, pages = 0; next !== undefined && pages < 50; pages += 1) {
    const answer: Answered = asR4(await get(next, options));
    expect(answer.status).toBe(200);
    found.push(...resourcesIn(answer));
    next = nextOf(answer);
  }
  return found;
}

describe('somebody of the house', () => {
  it('finds each kind of resource of a person, as R4 says it, and reads each by its id', async () => {
    for (const type of fhirReadTypes.filter((one) => one !== 'Patient' && one !== 'AuditEvent')) {
      const found = await all(`${type}?patient=${known.patientId}`);
      for (const resource of found) {
        const read = asR4(await get(`${type}/${resource.id}`));
        expect([read.status, read.body]).toEqual([200, resource]);
      }
    }
    const observations = await all(`Observation?patient=Patient/${known.patientId}`);
    expect(JSON.stringify(observations)).toContain('"http://loinc.org"');
  });

  it('sees names only where their role does', async () => {
    const name = async (role: Role) => (await get(`Patient/${known.patientId}`, { role })).body['name'];
    expect(await name('coordinator')).toEqual([{ use: 'official', family: 'Canary', given: ['Ada'] }]);
    expect(await name('system')).toBeUndefined();
    expect((await get(`Patient/${known.patientId}`, { role: 'administrator' })).status).toBe(403);
  });

  it('sees nobody of another site, by search or by id', async () => {
    const authorization = `Bearer ${await api.token('coordinator', { sites: ['riverside'] })}`;
    expect(await all('EpisodeOfCare', { authorization })).toEqual([]);
    expect((await get(`EpisodeOfCare/${known.episodeId}`, { authorization })).status).toBe(404);
    expect(await all(`Goal?patient=${known.patientId}`, { authorization })).toEqual([]);
  });

  it('sees who saw somebody where their role does', async () => {
    const trail = (role: Role) => all(`AuditEvent?patient=${known.patientId}`, { role });
    expect((await trail('privacy-officer')).length).toBeGreaterThan(3);
    expect(await trail('coordinator')).toEqual([]);
    const [one] = await trail('privacy-officer');
    expect((await get(`AuditEvent/${one?.id ?? ''}`, { role: 'privacy-officer' })).status).toBe(200);
  });

  it('leaves a trail', async () => {
    await get(`EpisodeOfCare/${known.episodeId}`, { role: 'nurse' });
    const { rows } = await api.resources.pool.query(
      `SELECT action, outcome FROM audit.access WHERE actor_id = 'spec-nurse' AND place = 'GET /fhir/R4/:type/:id'
       AND $1 = ANY(subject_ids)`,
      [known.episodeId],
    );
    expect(rows).toEqual([{ action: 'read', outcome: 'granted' }]);
  });

  it('is told what has not changed', async () => {
    const { headers } = await get(`EpisodeOfCare/${known.episodeId}`);
    const again = await get(`EpisodeOfCare/${known.episodeId}`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('a search', () => {
  const ids = async (query: string) => (await all(query)).map(({ id }) => id);

  it('goes page by page, and finds each once', async () => {
    const whole = await ids('Encounter?_count=200');
    const paged = await ids('Encounter?_count=1');
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged.length).toBeGreaterThan(4);
  });

  it('compares dates, codes and states', async () => {
    const of = `patient=${known.patientId}`;
    expect(await ids(`Encounter?${of}&status=cancelled`)).toHaveLength(1);
    expect(await ids(`Encounter?${of}&status=cancelled,finished`)).toHaveLength(2);
    expect(await ids(`Encounter?${of}&type=https://stepway.dev/fhir/CodeSystem/session-type|group`)).toHaveLength(1);
    const onThatDay = `date=${daysAgo(3).slice(0, 10)}&type=group`;
    expect(await ids(`Encounter?${of}&${onThatDay}`)).toHaveLength(1);
    expect(await ids(`Encounter?${of}&date=lt${daysAgo(20)}&type=group`)).toEqual([]);
    expect(await ids(`Goal?${of}&lifecycle-status=active&start-date=le2999`)).toHaveLength(1);
    expect(await ids(`Observation?${of}&code=cocaine&_lastUpdated=ge${daysAgo(1)}`)).toHaveLength(1);
    expect(await ids(`Observation?${of}&_lastUpdated=gt2999-01-01`)).toEqual([]);
  });

  it('brings along what it refers to', async () => {
    const found = await all(`Encounter?patient=${known.patientId}&type=group&_include=Encounter:patient`);
    expect(found.map(({ resourceType }) => resourceType)).toEqual(['Encounter', 'Patient']);
    const told = await all(`Goal?patient=${known.patientId}&_revinclude=Provenance:target`);
    expect(told.map(({ resourceType }) => resourceType)).toEqual(['Goal', 'Provenance']);
  });

  it('is refused what is not understood, unless it asks to be lenient', async () => {
    for (const query of ['canary=1', 'date=canary', '_count=0', '_format=xml', '_sort=date', '_cursor=canary'])
      expect([query, asR4(await get(`Encounter?${query}`)).status]).toEqual([query, 400]);
    const lenient = asR4(await get('Encounter?_count=1&_sort=date', { headers: { prefer: 'handling=lenient' } }));
    expect(lenient.status).toBe(200);
    expect(JSON.stringify(lenient.body['entry'])).toContain('"diagnostics":"_sort"');
    expect(JSON.stringify(lenient.body['link'])).not.toContain('_sort');
    for (const path of ['Practitioner', 'Practitioner/1', `Goal/${known.episodeId}.x`, 'Goal/canary'])
      expect([path, asR4(await get(path)).status]).toEqual([path, 404]);
  });
});

describe('a partner', () => {
  const everything = async (): Promise<readonly Resource[]> => {
    const found: Resource[] = [];
    for (const type of fhirReadTypes) found.push(...(await all(`${type}?_count=7`, { authorization: partner })));
    return found;
  };
  const untilTold = async (): Promise<readonly Resource[]> => {
    // A new consent is found after a second at most.
    for (let tries = 0; tries < 500; tries += 1)
      if ((await all('Patient', { authorization: partner })).length > 0) return everything();
    throw new Error('nothing is told');
  };

  it('is told nothing of anybody without a consent', async () => {
    expect(await everything()).toEqual([]);
    for (const id of [known.patientId, canary.patientId]) expect((await asPartner(`Patient/${id}`)).status).toBe(404);
    for (const id of [known.episodeId, canary.episodeId])
      expect((await asPartner(`EpisodeOfCare/${id}`)).status).toBe(404);
  });

  it('is told of who consented, what they consented to, by ids of its own, with the notice; and of nobody else', async () => {
    await consent(known.episodeId, ['attendance']);
    const found = await untilTold();
    expect(new Set(found.map(({ resourceType }) => resourceType))).toEqual(
      new Set(['Patient', 'Encounter', 'Consent', 'Provenance']),
    );
    const text = JSON.stringify(found);
    for (const id of [known.patientId, known.episodeId, canary.patientId, canary.episodeId])
      expect(text).not.toContain(id);
    expect(text).not.toMatch(/canary|spec-coordinator|"s1"|cocaine|loinc.org\/?","code":"(?!59284)/i);
    expect(text).toContain('42 CFR part 2 prohibits unauthorized use or disclosure');
    for (const { resourceType, id } of found) {
      const read = asR4(await asPartner(`${resourceType}/${id}`));
      expect([read.status, read.headers.get('stepway-notice')]).toEqual([
        200,
        expect.stringContaining('42 CFR part 2'),
      ]);
    }
    const along = await all(`Encounter?_include=Encounter:patient&_include=Encounter:episode-of-care`, {
      authorization: partner,
    });
    expect(new Set(along.map(({ resourceType }) => resourceType))).toEqual(new Set(['Patient', 'Encounter']));
  });

  it('is accounted for before it is told', async () => {
    const { rows } = await api.resources.pool.query(
      `SELECT DISTINCT partner_id, patient_id::text, consent_id, purpose, channel FROM partner.disclosure`,
    );
    expect(rows).toEqual([
      {
        partner_id: 'harbour-house',
        patient_id: known.patientId,
        consent_id: 'c1',
        purpose: 'housing',
        channel: 'fhir',
      },
    ]);
  });

  it('reads only what its token was given for', async () => {
    const only = `Bearer ${await api.resources.partnerTokens.sign('harbour-house', ['system/Goal.rs'])}`;
    expect((await get('Goal', { authorization: only })).status).toBe(200);
    expect((await get('Encounter', { authorization: only })).status).toBe(403);
    expect((await get('Goal?_include=Goal:patient', { authorization: only })).status).toBe(403);
    const { rowCount } = await api.resources.pool.query(
      `SELECT FROM audit.access WHERE actor_id = 'partner.harbour-house' AND outcome = 'denied' AND action = 'search'`,
    );
    expect(rowCount).toBe(2);
  });

  it('is told nothing more from the moment of a revocation', async () => {
    const [one] = await all('Encounter', { authorization: partner });
    expect((await revoke(known.episodeId)).status).toBe(200);
    expect((await asPartner(`Encounter/${one?.id ?? ''}`)).status).toBe(404);
    expect(await everything()).toEqual([]);
  });

  it('is told each kind of information only by a consent to it', async () => {
    const kinds: Readonly<Partial<Record<ConsentInformation, readonly string[]>>> = {
      'level-of-care': ['EpisodeOfCare', 'Encounter'],
      medications: ['MedicationStatement'],
      'drug-test-results': ['Observation'],
      'goals-and-plan': ['CarePlan', 'Goal'],
      billing: [],
    };
    for (const kind of consentInformation.filter((one) => one in kinds)) {
      await consent(canary.episodeId, [kind], `k-${kind}`);
      const wanted = kinds[kind] ?? [];
      const found = wanted.length === 0 ? await everything() : await untilTold();
      const types = new Set(found.map(({ resourceType }) => resourceType));
      for (const type of ['Patient', 'Consent', 'Provenance']) types.delete(type);
      expect([kind, [...types].toSorted()]).toEqual([kind, [...wanted].toSorted()]);
      await revoke(canary.episodeId, `k-${kind}`);
    }
  });
});
