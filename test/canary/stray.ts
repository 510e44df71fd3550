import { hoursAgo } from '../clinic/clinic.ts';
import { canary, field } from './canary.ts';

/** What came back: `echoes` = the answer repeats the canary. */
export interface Refusal {
  readonly what: string;
  readonly status: number;
  readonly echoes: boolean;
}

type Request = readonly [what: string, path: string, init?: RequestInit];

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({ method: 'POST', body, headers });

/** The canary in every place of a request where it does not belong: malformed bodies, paths, queries, headers. */
function requests(episodeId: string): readonly Request[] {
  const hold = (fields: object) => post(JSON.stringify({ holdId: 'h9', until: hoursAgo(-24), ...fields }));
  const admit = `/v1/episodes/${episodeId}/admit`;
  const placeHold = `/v1/episodes/${episodeId}/place-hold`;
  const header = (name: string, value = canary): RequestInit => ({ headers: { [name]: value } });
  return [
    ['JSON cut off', placeHold, post(`{"reason":"${field('cut')}`)],
    ['no JSON, of several lines', placeHold, post(`x\n    at ${field('line')}`)],
    ['a text for a moment', admit, post(JSON.stringify({ level: 'iop', attendedAt: field('moment') }))],
    ['a text for an id', placeHold, hold({ holdId: field('id') })],
    ['a text of the wrong type', placeHold, hold({ reason: [field('list')] })],
    ['a text that is too long', placeHold, hold({ reason: field('long').repeat(200) })],
    ['a body that is too large', placeHold, hold({ reason: field('large').repeat(20_000) })],
    ['U+0000', placeHold, hold({ reason: `${field('zero')}\u0000` })],
    ['another type of content', placeHold, post(canary, { 'content-type': `text/${canary}` })],
    ['a type of content that is none', placeHold, post(canary, { 'content-type': canary })],
    ['an episode that is none', `/v1/episodes/${canary}/admit`, post(JSON.stringify({ reason: canary }))],
    ['a path of nothing', `/v1/${canary}/%5a${canary}`],
    ['a cursor', `/v1/episodes?cursor=${canary}`],
    ['a cursor made up', `/v1/episodes?cursor=${Buffer.from(JSON.stringify([canary, canary])).toString('base64url')}`],
    ['a level', `/v1/episodes?level=${canary}`],
    ['a parameter', `/v1/episodes?limit=${canary}`],
    ['a sign-in code', `/sign-in?code=${canary}`],
    ['a token', '/v1/session', header('authorization', `Bearer ${canary}.${canary}.${canary}`)],
    ['an If-Match', placeHold, { ...hold({ reason: field('match') }), headers: { ...json, 'if-match': canary } }],
    [
      'a key that is too long',
      placeHold,
      { ...hold({ reason: field('key') }), headers: { ...json, 'idempotency-key': canary.repeat(20) } },
    ],
  ];
}

/** Sends all of them, and some that are answered although they carry it. */
export async function sendStray(base: string, token: string, episodeId: string): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) };
    return fetch(new URL(path, base), { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  };
  for (const [what, path, init] of requests(episodeId)) {
    const answer = await send(path, init);
    refusals.push({ what, status: answer.status, echoes: (await answer.text()).includes(canary) });
  }
  // A name of a field, and an address that cannot be read, are said again to whoever sent them: between the two it stays.
  await send(`/v1/episodes/%zz${canary}`);
  await send(`/v1/episodes/${episodeId}/place-hold`, post(JSON.stringify({ [canary]: 1 })));
  await send(`/v1/patients?query=${encodeURIComponent(field('family'))}`);
  await send(`/v1/episodes?q=${canary}`);
  const unused = ['traceparent', 'prefer', 'user-agent', 'x-request-id', 'referer', 'baggage', 'tracestate'];
  await send('/v1/census', { headers: Object.fromEntries(unused.map((name) => [name, canary])) });
  const live = await send('/v1/live', { headers: { 'last-event-id': canary } });
  await live.body?.cancel();
  await fetch(new URL('/v1/session', base), { headers: { cookie: `stepway_session=${canary}` } });
  return refusals;
}
