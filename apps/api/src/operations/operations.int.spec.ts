import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  const dashboard = mkdtempSync(join(tmpdir(), 'stepway-dashboard-'));
  mkdirSync(join(dashboard, 'assets'));
  writeFileSync(join(dashboard, 'index.html'), '<!doctype html><title>Stepway</title>');
  writeFileSync(join(dashboard, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(dashboard, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  process.env['STEPWAY_DASHBOARD_DIR'] = dashboard;
  api = await runApi();
});
afterAll(async () => {
  await api.stop();
  delete process.env['STEPWAY_DASHBOARD_DIR'];
});

const get = (path: string) => api.send('GET', path, { authorization: '' });

/** Fastify prints its routes as a tree, four characters for each level. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, above.length, part);
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${above.join('')}`);
  });
}

describe('the published documents', () => {
  it('are there for everybody', async () => {
    expect((await get('/openapi.json')).body).toMatchObject({ openapi: '3.1.1' });
    expect((await get('/asyncapi.json')).body).toMatchObject({ asyncapi: '3.0.0' });
  });

  it('have each schema where the events say it is, for everybody and for a day', async () => {
    const { components } = (await get('/asyncapi.json')).body as {
      components: { messages: Record<string, { 'x-schema'?: string }> };
    };
    const addresses = Object.values(components.messages).flatMap((message) => message['x-schema'] ?? []);
    expect(addresses).toContain('/schemas/stepway.care.drug-test-disposed.v1.json');
    for (const address of addresses) {
      const response = await fetch(new URL(address, api.url));
      expect(response.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
      expect(await response.json()).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: address,
      });
    }
    expect((await get('/schemas/stepway.care.unknown.v1.json')).status).toBe(404);
  });

  it('name exactly the routes that there are', async () => {
    const { paths } = (await get('/openapi.json')).body;
    const published = Object.entries(Object(paths)).flatMap(([path, operations]) =>
      Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = routesOf(api.routes).map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    // What a browser loads is no interface.
    expect(published.toSorted()).toEqual(routes.filter((route) => route !== 'GET *').toSorted());
  });
});

describe('health', () => {
  it('is alive and ready', async () => {
    expect((await get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await get('/health/ready')).body).toMatchObject({ status: 'ok', info: { postgres: { status: 'up' } } });
  });
});

describe('the figures', () => {
  it('count by route and command, without an id', async () => {
    const episodeId = await api.newJourney();
    await api.send('GET', `/v1/episodes/${episodeId}`);
    const text = String((await get('/metrics')).body['text']);
    expect(text).toContain('stepway_commands_total{command="Admit",outcome="recorded",program="api"} 1');
    expect(text).toContain('route="/v1/episodes/:episodeId"');
    expect(text).not.toContain(episodeId);
  });
});

describe('the dashboard', () => {
  it('is one page for all of its addresses, never kept', async () => {
    for (const path of ['/', '/board', '/journeys/00000000-0000-4000-8000-000000000000/timeline?asOf=now']) {
      const { status, headers, body } = await get(path);
      expect([status, body['text']]).toEqual([200, '<!doctype html><title>Stepway</title>']);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-type')).toMatch(/^text\/html/);
    }
  });

  it('may load only from here, and nobody may frame it', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('lets its built files be kept for ever', async () => {
    const { status, headers } = await get('/assets/index-1a2b.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await get('/favicon.svg')).headers.get('content-type')).toMatch(/^image\/svg/);
  });

  it('gives no file of another folder, and says of a missing one that it is missing', async () => {
    for (const path of [
      '/assets/none.js',
      '/none.js',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/..%2f..%2fetc%2fhosts.txt',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});
