import { commandTypes } from '@stepway/pathway';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { kebab } from './names.ts';
import { openApiDocument } from './openapi.ts';
import { queryRoutes } from './queries/routes.ts';

const document = openApiDocument();
const text = JSON.stringify(document);
const paths: Record<string, Record<string, unknown>> = JSON.parse(text).paths;
const schemas: Record<string, object> = JSON.parse(text).components.schemas;

const ajv = () => {
  const checker = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  formats.default(checker);
  checker.addSchema({ $id: 'https://stepway.dev/openapi', components: { schemas } });
  checker.addVocabulary(['components']);
  return checker;
};
const compiled = (name: string) => ajv().compile({ $ref: `https://stepway.dev/openapi#/components/schemas/${name}` });

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const checker = new Validator();
    const { valid, errors } = await checker.validate(JSON.parse(text));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(checker.version).toBe('3.1');
  });

  it('has a route for each command and each query', () => {
    for (const type of commandTypes) {
      const path = type === 'OpenEpisode' ? '/v1/episodes' : `/v1/episodes/{episodeId}/${kebab(type)}`;
      expect(paths[path]).toHaveProperty('post.requestBody');
    }
    for (const { path } of Object.values(queryRoutes)) expect(paths[path]).toHaveProperty('get.responses.200');
  });

  it('names the headers that commands and queries answer with', () => {
    const headersOf = (path: string, method: string, status = 200) =>
      Object.keys(Object(paths[path]?.[method]).responses[status].headers ?? {});
    expect(headersOf('/v1/episodes/{episodeId}/admit', 'post')).toEqual([
      'ETag',
      'Preference-Applied',
      'Stepway-Settled',
    ]);
    expect(headersOf('/v1/episodes/{episodeId}/admit', 'post', 503)).toEqual(['Retry-After']);
    const fresh = ['Stepway-Lag-Ms', 'Stepway-Run-Lag-Ms', 'Stepway-Stale'];
    for (const { path } of Object.values(queryRoutes))
      expect(headersOf(path, 'get')).toEqual(expect.arrayContaining(fresh));
    expect(headersOf('/v1/episodes/{episodeId}', 'get')).toContain('ETag');
  });

  it('gives each operation a name of its own', () => {
    const names = Object.values(paths)
      .flatMap((path) => Object.values(path))
      .map((one) => Object(one).operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('refers to nothing that is not in it', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([]);
    expect(text).not.toContain('$defs');
  });

  it.each(Object.keys(schemas))('publishes a schema that compiles: %s', (name) => {
    expect(typeof compiled(name)).toBe('function');
  });

  it('publishes bodies that refuse a field they do not know, and answers that allow one', () => {
    const bodies =
      JSON.parse(text).paths['/v1/episodes/{episodeId}/admit'].post.requestBody.content['application/json'];
    const body = ajv().compile(
      JSON.parse(JSON.stringify(bodies.schema).replaceAll('#/', 'https://stepway.dev/openapi#/')),
    );
    const admit = { level: 'iop', attendedAt: '2026-11-20T09:10:00-05:00' };
    expect(body(admit)).toBe(true);
    expect(body({ ...admit, actor: 'x' })).toBe(false);
    expect(compiled('CommandAnswer')({ episodeId: 'e', version: 1, events: [], later: true })).toBe(true);
  });
});
