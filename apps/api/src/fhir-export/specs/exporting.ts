import type { ConsentInformation } from '@stepway/pathway';
import { faultsByR4 } from '../../fhir/specs/definitions.ts';
import { askToken, assertion, type Signer } from '../../testing/partners.ts';
import { daysAgo, drugTestResult, type Answered, type RunningApi } from '../../testing/running-api.ts';

export interface Manifest {
  readonly transactionTime: string;
  readonly request: string;
  readonly requiresAccessToken: boolean;
  readonly output: readonly { readonly type: string; readonly url: string }[];
  readonly error: readonly unknown[];
}
export interface Line {
  readonly resourceType: string;
  readonly id: string;
  readonly meta: { readonly security: readonly { readonly code: string }[]; readonly tag: readonly object[] };
}
export interface Person {
  readonly patientId: string;
  readonly episodeId: string;
}

/** Somebody with a group, a goal in words and a result. */
export async function someone(api: RunningApi): Promise<Person> {
  const patientId = await api.newPatient({ given: 'Ada', family: 'Canary' });
  const episodeId = await api.newJourney(patientId);
  await session(api, episodeId, 's1');
  const done = [
    await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`S-${patientId}`)),
    await api.command(episodeId, 'SetGoals', { goals: [{ goalId: 'g1', domain: 'housing', text: 'canary words' }] }),
  ];
  expect(done.map(({ status }) => status)).toEqual([200, 200]);
  return { patientId, episodeId };
}

export async function session(api: RunningApi, episodeId: string, sessionId: string): Promise<void> {
  const body = { sessionId, type: 'group', startedAt: daysAgo(3), minutes: 60, attendance: 'attended' };
  expect((await api.command(episodeId, 'RecordSession', body)).status).toBe(200);
}

export async function consent(
  api: RunningApi,
  { episodeId }: Person,
  information: readonly ConsentInformation[],
  recipientId = 'harbour-house',
): Promise<void> {
  const { status } = await api.command(episodeId, 'GiveConsent', {
    ...{ consentId: 'c1', kind: 'single-recipient', discloser: 'this-programme', purposes: ['housing'], information },
    recipients: [{ recipientId, name: 'Canary House' }],
    statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
    expires: { on: 'date', at: daysAgo(-100) },
    signedAt: new Date(Date.now() - 60_000).toISOString(),
    signatures: [{ who: 'patient' }],
  });
  expect(status).toBe(200);
}

export const revoke = (api: RunningApi, { episodeId }: Person): Promise<Answered> =>
  api.command(episodeId, 'RevokeConsent', { consentId: 'c1', at: new Date().toISOString(), cause: 'revoked' });

/** As a partner gets a token: signed by its own key. */
export async function signedIn(
  api: RunningApi,
  partnerId: string,
  keys: Signer,
  scope = 'system/*.rs',
): Promise<string> {
  const form = { client_assertion: await assertion(api, partnerId, keys), scope };
  return `Bearer ${String((await askToken(api, form)).body['access_token'])}`;
}

/** A partner's program, against any running API. */
export function exporting(api: RunningApi, authorization: string) {
  const send = (method: string, path: string, more: { headers?: Record<string, string>; body?: object } = {}) =>
    api.send(method, path, { authorization, ...more });
  const askFor = (query = '', path = '$export') =>
    send('GET', `/fhir/R4/${path}${query}`, { headers: { prefer: 'respond-async' } });
  /** Asks until it is ready: each request takes it further. */
  const manifest = async (place: string): Promise<Manifest> => {
    for (let tries = 0; tries < 10; tries += 1) {
      const { status, headers, body } = await send('GET', place);
      if (status === 200) return body as unknown as Manifest;
      expect([status, headers.get('retry-after')]).toEqual([202, '1']);
      expect(headers.get('x-progress')).toMatch(/^\d{1,3}%$/);
    }
    throw new Error('not ready');
  };
  const start = async (query?: string, path?: string): Promise<string> => {
    const answered = await askFor(query, path);
    expect([answered.status, faultsByR4(answered.body)]).toEqual([202, []]);
    return new URL(answered.headers.get('content-location') ?? '').pathname;
  };
  const download = async (url: string): Promise<readonly Line[]> => {
    const response = await fetch(new URL(new URL(url).pathname, api.url), { headers: { authorization } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/fhir+ndjson']);
    expect(response.headers.get('stepway-notice')).toContain('42 CFR part 2');
    return asLines(await response.text());
  };
  const whole = async (query?: string): Promise<readonly Line[]> => {
    const place = await start(query);
    const found: Line[] = [];
    for (const { url } of (await manifest(place)).output) found.push(...(await download(url)));
    expect((await send('DELETE', place)).status).toBe(202);
    return found;
  };
  return { send, askFor, start, manifest, download, whole };
}

/** Each line is R4, labelled, and repeats the notice. */
function asLines(text: string): readonly Line[] {
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const resource = JSON.parse(line) as Line;
      expect(faultsByR4(resource)).toEqual([]);
      const labels = resource.meta.security.map(({ code }) => code);
      expect(labels).toEqual(expect.arrayContaining(['R', 'ETH', '42CFRPart2', 'NORDSCLCD']));
      expect(resource.meta.tag).toHaveLength(1);
      return resource;
    });
}
