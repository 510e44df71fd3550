import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createClient } from './client.ts';
import { readPartnerEvents } from './partner-http.ts';
import { StepwayProblem } from './problems.ts';

let server: Server;
let address: string;
let answers: { readonly status: number; readonly body: object }[];
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(String(request.url));
    const { status, body } = answers.shift() ?? page([], '9', false);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${Object(server.address()).port}`;
});
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

const event = (id: string, position: string, type = 'admitted') => ({
  ...{ specversion: '1.0', id, source: '/stepway/spec', type: `stepway.partner.${type}.v1`, subject: 'ada' },
  ...{ time: '2026-11-20T09:10:00.000Z', sequence: position.padStart(10, '0'), position, consentversion: 1 },
  data: { level: 'iop' },
});
const page = (items: readonly object[], next: string, more: boolean) => ({
  status: 200,
  body: { items, next, more },
});
const away = { status: 503, body: { type: 'https://stepway.dev/problems/unavailable', title: 'Not now' } };
const client = (retries = 0) => createClient({ address, token: 'token-1', retries });

describe('the stream of a partner by HTTP', () => {
  it('is read page after page, waits for what is to come, and goes on where nobody could answer', async () => {
    answers = [
      page([event('a', '3'), event('b', '5')], '7', true),
      page([], '8', false),
      away,
      page([event('c', '9'), event('end', '9', 'consent-ended'), event('d', '10')], '12', false),
    ];
    const read: string[] = [];
    const ended = new AbortController();
    const reading = readPartnerEvents({ client: client(), partnerId: 'p-1', waitMs: 1, signal: ended.signal });
    for await (const { event: one, resumeAfter } of reading) {
      read.push(`${one.id} ${resumeAfter}`);
      if (one.id === 'd') ended.abort();
    }
    // Of two that share a place the first does not move the reader on: it would lose the second.
    expect(read).toEqual(['a 3', 'b 7', 'c 8', 'end 9', 'd 12']);
    expect(asked.map((url) => url.split('after=')[1])).toEqual([undefined, '7', '8', '8']);
  });

  it('goes on from the place that was kept', async () => {
    answers = [page([event('c', '9')], '9', false)];
    for await (const { event: one } of readPartnerEvents({ client: client(), partnerId: 'p-1', after: '8' })) {
      expect(one.event === 'Admitted' && one.data.level).toBe('iop');
      break;
    }
    expect(asked).toEqual(['/v1/partners/p-1/events?after=8']);
  });

  it('ends where waiting mends nothing', async () => {
    answers = [{ status: 403, body: { type: 'https://stepway.dev/problems/not-allowed', title: 'No' } }];
    const first = readPartnerEvents({ client: client(), partnerId: 'p-2' }).next();
    expect(await first.catch((error: unknown) => error)).toBeInstanceOf(StepwayProblem);
  });
});
