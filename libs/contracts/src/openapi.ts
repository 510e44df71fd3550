import { commandTypes, type CommandType } from '@stepway/pathway';
import { z } from 'zod';
import { commandBodies } from './commands/commands.ts';
import { fhirRefusals, fhirRoutes, type FhirRoute } from './fhir-routes.ts';
import { kebab } from './names.ts';
import { dryParameter, requestHeaders, responseHeaders } from './openapi-headers.ts';
import { partnerPosts, partnerQueries } from './partner-own-routes.ts';
import { problems, type ProblemStatus } from './openapi-problems.ts';
import { postRoutes, type PostRoute } from './post-routes.ts';
import { schemaBook, type PublishedSchema, type SchemaBook } from './published-schemas.ts';
import { fileColumns, type FileKind } from './queries/files.ts';
import { CommandAnswer } from './queries/on-record.ts';
import { Problem } from './queries/lists.ts';
import { queryRoutes } from './queries/routes.ts';
import { CallerId, Uuid } from './scalars.ts';

const json = (schema: PublishedSchema) => ({ 'application/json': { schema } });
const answer = (description: string, schema: PublishedSchema, headers: object = {}) => ({
  description,
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
  content: json(schema),
});

const commandParameters = [requestHeaders.idempotencyKey, requestHeaders.ifMatch, requestHeaders.prefer, dryParameter];
const inPath = (name: string, schema: PublishedSchema) => ({ name, in: 'path', required: true, schema });

/** The HTTP interface as OpenAPI 3.1, made from the lists of commands and queries: a new one is in it by itself. */
export function openApiDocument(): Readonly<Record<string, unknown>> {
  const book = schemaBook('#/components/schemas/');
  const problem = book.schema(Problem);
  const refusals = (...statuses: readonly ProblemStatus[]) =>
    Object.fromEntries(
      [...statuses, 401 as const, 503 as const].map((status) => [
        status,
        {
          description: problems[status],
          ...(status === 429 || status === 503 ? { headers: responseHeaders.retryAfter } : {}),
          content: { 'application/problem+json': { schema: problem } },
        },
      ]),
    );
  const paths: Record<string, Record<string, unknown>> = {};
  const add = (path: string, method: 'get' | 'post' | 'delete', operation: object): void => {
    paths[path] = { ...paths[path], [method]: operation };
  };

  for (const type of commandTypes) add(commandPath(type), 'post', commandOperation(type, book, refusals));
  for (const [name, { path, summary, query, answer: schema }] of Object.entries(queryRoutes)) {
    add(path, 'get', {
      operationId: name,
      tags: ['queries'],
      summary,
      parameters: [...pathParameters(path, book), ...queryParameters(query, book), requestHeaders.stepwayAfter],
      responses: {
        200: answer('The answer', book.schema(schema), {
          ...responseHeaders.query,
          ...(name === 'episode' ? responseHeaders.version : {}),
        }),
        ...refusals(400, 403, 404),
      },
    });
  }
  for (const [operationId, { path, summary, query, answer: schema }] of Object.entries(partnerQueries))
    add(path, 'get', {
      operationId,
      tags: ['partners'],
      summary,
      parameters: [...pathParameters(path, book), ...queryParameters(query, book)],
      responses: { 200: answer('The answer', book.schema(schema)), ...refusals(400, 403, 404) },
    });
  for (const route of partnerPosts) add(route.path, 'post', postOperation(route, book, refusals));
  for (const route of postRoutes as readonly PostRoute[]) add(route.path, 'post', postOperation(route, book, refusals));
  for (const route of fhirRoutes as readonly FhirRoute[])
    add(route.path, route.method, fhirOperation(route, pathParameters(route.path, book)));
  add('/v1/live', 'get', {
    operationId: 'live',
    tags: ['queries'],
    summary: 'Server-sent events: census, episode, task, lag, refetch; honours Last-Event-ID',
    parameters: [requestHeaders.lastEventId],
    responses: {
      200: { description: 'A stream without end', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      ...refusals(403),
    },
  });
  for (const [path, summary] of openPaths) {
    const operationId = path.slice(1).replaceAll(/\W(\w)/g, (_, letter: string) => letter.toUpperCase());
    const responses = { 200: { description: 'OK' }, ...(path === '/health/ready' ? notReady : {}) };
    add(path, 'get', { operationId, tags: ['operations'], security: [], summary, responses });
  }
  add('/schemas/{file}', 'get', {
    operationId: 'schema',
    tags: ['operations'],
    security: [],
    summary: 'The JSON Schema of one message on Kafka, as its ce_dataschema names it',
    parameters: pathParameters('/schemas/{file}', book),
    responses: {
      200: {
        description: 'JSON Schema 2020-12',
        headers: responseHeaders.kept,
        content: { 'application/schema+json': { schema: { type: 'object' } } },
      },
      404: { description: problems[404], content: { 'application/problem+json': { schema: problem } } },
    },
  });
  add('/fhir/token', 'post', tokenOperation);
  add('/sign-in', 'get', {
    operationId: 'signIn',
    tags: ['session'],
    security: [],
    summary: 'With a code, the single-use link of the terminal; without one, on to the sign-in provider',
    parameters: [
      { name: 'code', in: 'query', schema: { type: 'string' } },
      { name: 'return_to', in: 'query', schema: { type: 'string' } },
    ],
    responses: {
      303: { description: 'On to the sign-in provider; by the link, to the first screen with a session cookie' },
      401: { description: 'The link was used before, or is too old; a page says how to get another' },
    },
  });
  add('/sign-in/callback', 'get', {
    operationId: 'signInCallback',
    tags: ['session'],
    security: [],
    summary: 'Where the sign-in provider sends the browser back to (OpenID Connect, authorization code with PKCE)',
    responses: {
      200: { description: 'A page of our own, which goes on to where the person wanted, with a session cookie' },
      401: { description: 'The provider, or the directory, lets nobody in; a page says why' },
    },
  });

  return {
    openapi: '3.1.1',
    info: {
      title: 'Stepway',
      version: '1.0.0',
      description:
        'Care pathways for the treatment of substance use disorders: commands in, queries and live updates out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      schemas: book.components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: 'stepway_session' },
      },
    },
  };
}

const openPaths = [
  ['/health/live', 'The process answers'],
  ['/health/ready', 'What it needs is there'],
  ['/metrics', 'Figures for Prometheus'],
  ['/openapi.json', 'This document'],
  ['/asyncapi.json', 'What is on Kafka'],
  ['/.well-known/smart-configuration', 'How an integration partner gets a token (SMART Backend Services)'],
  ['/fhir/R4/.well-known/smart-configuration', 'The same, where clients of FHIR look for it'],
] as const;

/** By which an integration partner gets a token (SMART Backend Services). */
const tokenOperation = {
  operationId: 'token',
  tags: ['partners'],
  security: [],
  summary: 'A token of five minutes for a partner that signs with a key of its own (private_key_jwt)',
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type', 'client_assertion_type', 'client_assertion', 'scope'],
          properties: {
            grant_type: { type: 'string', const: 'client_credentials' },
            client_assertion_type: { type: 'string', const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
            client_assertion: { type: 'string', description: 'A JWT, RS384 or ES384, used once' },
            scope: { type: 'string', description: 'system/*.rs, system/<type>.rs, stepway/stream' },
          },
        },
      },
    },
  },
  responses: {
    200: { description: 'access_token, token_type, expires_in, scope' },
    400: { description: 'Not asked as OAuth 2 says' },
    401: { description: 'Not signed as it should be: invalid_client' },
  },
};

const notReady = { 503: { description: 'Something it needs is away' } } as const;

const commandPath = (type: CommandType): string =>
  type === 'OpenEpisode' ? '/v1/episodes' : `/v1/episodes/{episodeId}/${kebab(type)}`;

function commandOperation(
  type: CommandType,
  book: SchemaBook,
  refusals: (...statuses: readonly ProblemStatus[]) => object,
): object {
  const opens = type === 'OpenEpisode';
  const taken = (description: string) => answer(description, book.schema(CommandAnswer), responseHeaders.command);
  return {
    operationId: `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}`,
    tags: ['commands'],
    summary: kebab(type).replaceAll('-', ' '),
    parameters: [...pathParameters(commandPath(type), book), ...commandParameters],
    requestBody: { required: true, content: json(book.schema(commandBodies[type])) },
    responses: {
      200: taken(opens ? 'The same request came before, or was asked dry' : 'The recorded events'),
      ...(opens ? { 201: taken('The episode was opened') } : {}),
      ...refusals(400, 403, 404, 409, 412, 413, 415, 422, 429),
    },
  };
}

function postOperation(
  { path, headers = [], body, file, answer: schema, answerHeaders, answers, refuses, ...said }: PostRoute,
  book: SchemaBook,
  refusals: (...statuses: readonly ProblemStatus[]) => object,
): object {
  const parameters = [...pathParameters(path, book), ...headers];
  const granted = Object.entries(answers).map(([status, description]) => [
    status,
    schema === undefined
      ? { description, ...(answerHeaders && { headers: answerHeaders }) }
      : answer(description, book.schema(schema), answerHeaders),
  ]);
  return {
    ...said,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(book.schema(body)) } }),
    ...(file && { requestBody: { required: true, content: csv(file) } }),
    responses: { ...Object.fromEntries(granted), ...refusals(...refuses) },
  };
}

const csv = (kind: FileKind) => ({
  'text/csv': {
    schema: {
      type: 'string',
      description: `Columns: ${fileColumns[kind].map(({ name, needed }) => (needed ? `${name} (needed)` : name)).join(', ')}`,
    },
  },
});

const resource = { type: 'object', required: ['resourceType'], description: 'FHIR R4' };
const fhirContent = { 'application/fhir+json': { schema: resource } };

function fhirOperation(
  { method, operationId, summary, isOpen, query, media, answers, refuses }: FhirRoute,
  parameters: readonly object[],
): object {
  const isTaken = method === 'post' || query !== undefined;
  const told =
    media === undefined
      ? fhirContent
      : { [media]: { schema: { type: media === 'application/json' ? 'object' : 'string' } } };
  const granted = Object.entries(answers).map(([status, description]) => [
    status,
    { description, ...(status === '202' && isTaken && { headers: responseHeaders.stored }), content: told },
  ]);
  const refused = refuses.map((status) => [
    status,
    {
      description: fhirRefusals[status],
      ...((status === 429 || status === 503) && { headers: responseHeaders.retryAfter }),
      content: fhirContent,
    },
  ]);
  const sent = { required: query === undefined, content: { ...fhirContent, 'application/json': { schema: resource } } };
  return {
    ...{ operationId, tags: ['fhir'], summary },
    ...(isOpen && { security: [] }),
    parameters: query ? askedIn(query) : method === 'post' ? [requestHeaders.ifNoneExist] : parameters,
    ...(method === 'post' && { requestBody: sent }),
    responses: Object.fromEntries([...granted, ...refused]),
  };
}

/** What is asked for to be prepared. */
const askedIn = (query: Readonly<Record<string, string>>): readonly object[] => [
  requestHeaders.respondAsync,
  ...Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  })),
];

const pathParameters = (path: string, book: SchemaBook) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    inPath(
      name,
      chosenIds.has(name) ? book.schema(CallerId) : name.endsWith('Id') ? book.schema(Uuid) : { type: 'string' },
    ),
  );
/** Ids that people choose. */
const chosenIds = new Set(['staffId', 'teamId', 'partnerId', 'senderId']);

function queryParameters(query: z.ZodObject, book: SchemaBook): readonly object[] {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema instanceof z.ZodOptional),
    schema: book.schema(schema instanceof z.ZodType ? schema : z.string()),
  }));
}
