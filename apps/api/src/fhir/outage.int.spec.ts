import { freshDatabase } from '@stepway/test-support';
import { linkTo, type DatabaseLink } from '../testing/database-link.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';
import { registered, screen, type Lab } from './specs/lab.ts';

let api: RunningApi;
let link: DatabaseLink;
let lab: Lab;
beforeAll(async () => {
  link = await linkTo((await freshDatabase()).url);
  api = await runApi({ databaseUrl: link.url });
  lab = await registered(api, 'acme');
}, 60_000);
afterAll(async () => {
  await api.stop();
  await link.close();
});

describe('while PostgreSQL is away', () => {
  it('a result is not taken for stored: 503 with when to come again, and then once', async () => {
    const given = screen();
    await link.down();
    const { status, headers, body } = await lab.post('/Observation', given);
    expect([status, headers.get('retry-after'), body['issue']]).toMatchObject([503, '2', [{ code: 'transient' }]]);
    expect(headers.get('content-type')).toMatch(/^application\/fhir\+json/);
    await link.up();
    for (let answered = 0; answered !== 202;) answered = (await lab.post('/Observation', given)).status;
    expect((await lab.post('/Observation', given)).status).toBe(202);
    expect(await api.resources.inbox.taking.take(10)).toHaveLength(1);
  });
});
