import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createClient } from './client.ts';
import { StepwayProblem, StepwayUnreachable } from './problems.ts';

/** What the server answers, one after another. */
type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;
let server: Server;
let address: string;
let answers: Answer[];
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(
        [request.method, request.url, request.headers['idempotency-key']]
          .filter((part) => part !== undefined)
          .join(' '),
      );
      (answers.shift() ?? json(500, {}))(request, response, body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${Object(server.address()).port}`;
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

const json =
  (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const cut: Answer = (request) => request.socket.destroy();
const away = json(503, { type: 'https://stepway.dev/problems/unavailable', title: 'Not now' }, { 'retry-after': '0' });
const client = (...given: Answer[]) => {
  answers = given;
  return createClient({ address, token: async () => 'token-1', timeoutMs: 2_000 });
};
const of = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('a question', () => {
  it('is asked with the token, and answered with what is there, known or not', async () => {
    const answer = json(200, { episodeId: 'e1', field: 'of a later release' });
    const seen: unknown[] = [];
    const stepway = client((request, ...rest) => {
      seen.push(request.headers.authorization);
      answer(request, ...rest);
    });
    expect(await stepway.ask('episode', { episodeId: 'e1', after: 3 })).toMatchObject({ field: 'of a later release' });
    expect([seen, asked]).toEqual([['Bearer token-1'], ['GET /v1/episodes/e1?after=3']]);
  });

  it('is asked again where nobody answered, or not now', async () => {
    await client(cut, away, json(200, { items: [], next: null })).ask('programmes', {});
    expect(asked).toHaveLength(3);
  });

  it('is asked again where the answer broke off; that it broke off to the last is said', async () => {
    const broken: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
      response.write('{"items": [');
      setImmediate(() => response.destroy());
    };
    const whole = json(200, { items: [], next: null });
    expect(await client(broken, whole).ask('programmes', {})).toEqual({ items: [], next: null });
    expect(await of(client(broken, broken, broken, broken).ask('programmes', {}))).toBeInstanceOf(StepwayUnreachable);
  });

  it('is read page by page, as far as somebody reads', async () => {
    const pages = [json(200, { items: [1, 2], next: 'c 2' }), json(200, { items: [3], next: null })];
    const read: unknown[] = [];
    for await (const item of client(...pages).each('episodes', { limit: 2 })) read.push(item);
    expect([read, asked]).toEqual([
      [1, 2, 3],
      ['GET /v1/episodes?limit=2', 'GET /v1/episodes?limit=2&cursor=c+2'],
    ]);
  });
});

describe('a command', () => {
  const admit = (stepway: ReturnType<typeof client>, how?: object) =>
    stepway.command('e1', 'Admit', { level: 'iop', attendedAt: '2026-11-20T09:00:00Z' }, how);

  it('keeps its key over the attempts', async () => {
    await admit(client(cut, json(200, { episodeId: 'e1', version: 2, events: [] })));
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).toMatch(/^POST \/v1\/episodes\/e1\/admit [0-9a-f-]{36}$/);
  });

  it('takes the key, the version and the time to wait of the caller', async () => {
    const headers: unknown[] = [];
    const stepway = client((request, response, body) => {
      headers.push(request.headers['if-match'], request.headers.prefer);
      json(200, {})(request, response, body);
    });
    await admit(stepway, { idempotencyKey: 'k1', ifVersion: 16, waitSeconds: 2, dry: true });
    expect([headers, asked]).toEqual([['"16"', 'wait=2'], ['POST /v1/episodes/e1/admit?dry=true k1']]);
  });

  it('that is refused says why, and is not sent again', async () => {
    const problem = {
      ...{ type: 'https://stepway.dev/problems/EpisodeAlreadyOpen', title: 'Open', status: 409, episodeId: 'e0' },
    };
    const error = await of(admit(client(json(409, problem))));
    expect(error).toBeInstanceOf(StepwayProblem);
    expect(error).toMatchObject({ status: 409, problem: 'EpisodeAlreadyOpen', details: { episodeId: 'e0' } });
    expect(asked).toHaveLength(1);
  });
});

describe('what is no command', () => {
  const set = (stepway: ReturnType<typeof client>) =>
    stepway.post('setCapacity', {}, { siteId: 'main', programme: 'standard-four', level: 'iop', places: 3 });

  it('is sent again only where nothing was done', async () => {
    await set(client(json(429, {}, { 'retry-after': '0' }), (_, response) => response.writeHead(204).end()));
    expect(asked).toHaveLength(2);
    expect(await of(set(client(cut)))).toBeInstanceOf(StepwayUnreachable);
    expect(await of(set(client(away)))).toMatchObject({ status: 503 });
    expect(asked).toHaveLength(4);
  });
});

describe('a token', () => {
  it('does not follow to where somebody else points', async () => {
    const elsewhere: Answer = (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
    const stepway = createClient({ address, token: 'token-1', retries: 0 });
    answers = [elsewhere];
    expect(await of(stepway.ask('programmes', {}))).toBeInstanceOf(StepwayUnreachable);
  });
});
