import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kebab } from '@stepway/contracts/names';
import type { CommandType, Role } from '@stepway/pathway';
import { createKeys, createLogger, readConfiguration, readKeys, type Keys } from '@stepway/platform';
import { createProjector } from '@stepway/read-models';
import { freshDatabase } from '@stepway/test-support';
import { importJWK, SignJWT } from 'jose';
import { createApi } from '../api.ts';
import { openResources, type ResourceOptions, type Resources } from '../resources.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The real application on a real, empty database, for one spec. */
export interface RunningApi {
  readonly url: string;
  readonly adminUrl: string;
  readonly keys: Keys;
  readonly resources: Resources;
  /** All routes, as Fastify prints them. */
  readonly routes: string;
  /** What it logged, line by line. */
  readonly logged: readonly string[];
  token(role: Role, more?: TokenOptions): Promise<string>;
  /** A request as the role, `coordinator` unless said; `body` is sent as JSON unless it is text. */
  send(method: string, path: string, options?: SendOptions): Promise<Answered>;
  /** A command to a journey, as JSON. */
  command(episodeId: string, type: CommandType, body: object, options?: SendOptions): Promise<Answered>;
  newPatient(name?: { given: string; family: string }): Promise<string>;
  /** Brings the read models up to the log, as the projector does. */
  project(...episodeIds: readonly string[]): Promise<void>;
  /** A journey at `iop`. */
  newJourney(patientId?: string): Promise<string>;
  stop(): Promise<void>;
}

export interface SendOptions {
  readonly role?: Role;
  /** In place of a token of the role; '' = none. */
  readonly authorization?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

export interface TokenOptions {
  readonly issuer?: string;
  readonly audience?: string;
  readonly subject?: string;
  /** Only of these sites and programmes. */
  readonly sites?: readonly string[];
  readonly programmes?: readonly string[];
  readonly expiresAt?: number;
  readonly keys?: Keys;
}

export async function runApi(
  options: Partial<ResourceOptions> & {
    readonly databaseUrl?: string;
    readonly keysFile?: string;
    /** Settings beside those of every spec. */
    readonly environment?: Readonly<Record<string, string>>;
    /** Default: any free one. */
    readonly port?: number;
  } = {},
): Promise<RunningApi> {
  const { url: ownUrl, adminUrl } =
    options.databaseUrl === undefined ? await freshDatabase() : { url: options.databaseUrl, adminUrl: '' };
  const dataDir = mkdtempSync(join(tmpdir(), 'stepway-api-'));
  const keysFile = options.keysFile ?? join(dataDir, 'keys.json');
  if (options.keysFile === undefined) createKeys(keysFile);
  const keys = readKeys(keysFile);
  const configuration = readConfiguration({
    DATABASE_URL: ownUrl,
    STEPWAY_DATA_DIR: dataDir,
    STEPWAY_KEYS: keysFile,
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    ...options.environment,
  });
  const logged: string[] = [];
  const destination = { write: (line: string) => void logged.push(line) };
  const logger = createLogger({ program: 'api', level: 'warn', destination });
  const resources = openResources({ configuration, logger, touch: () => Promise.resolve(), ...options });
  await resources.programmes.start().catch(async (error: unknown) => {
    await resources.close();
    throw error;
  });
  const api = await createApi(resources);
  const url = await api.listen(options.port ?? 0);

  const token = async (role: Role, more: TokenOptions = {}): Promise<string> => {
    const { jwt } = more.keys ?? keys;
    const { sites, programmes } = more;
    return new SignJWT({ role, ...(sites && { sites }), ...(programmes && { programmes }) })
      .setProtectedHeader({ alg: 'ES256', kid: jwt.kid })
      .setIssuer(more.issuer ?? configuration.issuer)
      .setAudience(more.audience ?? 'stepway')
      .setSubject(more.subject ?? `spec-${role}`)
      .setExpirationTime(more.expiresAt ?? Math.floor(Date.now() / 1_000) + 3_600)
      .sign(await importJWK(jwt.privateJwk, 'ES256'));
  };
  const send = async (method: string, path: string, request: SendOptions = {}): Promise<Answered> => {
    const { role = 'coordinator', authorization = `Bearer ${await token(role)}`, headers, body } = request;
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        ...(authorization === '' ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: asRecord(text) };
  };
  const command: RunningApi['command'] = (episodeId, type, body, more) =>
    send('POST', `/v1/episodes/${episodeId}/${kebab(type)}`, { ...more, body });
  const newPatient: RunningApi['newPatient'] = async (name = { given: 'Ada', family: 'Canary' }) => {
    const { body } = await send('POST', '/v1/patients', { body: { name, birthDate: '1980-02-03', mrn: randomUUID() } });
    return String(body['patientId']);
  };
  const newJourney: RunningApi['newJourney'] = async (patientId) => {
    const body = openEpisode(patientId ?? (await newPatient()));
    const opened = await send('POST', '/v1/episodes', { body });
    const episodeId = String(opened.body['episodeId']);
    await command(episodeId, 'Admit', { level: 'iop', attendedAt: daysAgo(30) });
    return episodeId;
  };
  const projector = createProjector({
    pool: resources.pool,
    contextFor: resources.programmes.contextFor,
    learn: resources.programmes.learn,
    readEvents: async (episodeId) => (await resources.log.readStream(episodeId)).events,
    now: () => new Date().toISOString(),
  });
  const project: RunningApi['project'] = async (...episodeIds) => {
    await projector.heal(episodeIds);
  };
  return {
    routes: api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }),
    ...{ url, adminUrl, keys, resources, logged, token, send, command, newPatient, newJourney, project },
    stop: () => api.stop(),
  };
}

export const openEpisode = (patientId: string) => ({
  patientId,
  programme: 'standard-four',
  siteId: 'main',
  entryLevel: 'iop',
  ageGroup: 'adult',
  occurredAt: daysAgo(31),
});

export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

export const drugTestResult = (specimenId: string, more: object = {}) => ({
  specimenId,
  collectedAt: daysAgo(2),
  reportedAt: daysAgo(1),
  status: 'final',
  validity: { finding: 'valid' },
  results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
  ...more,
});

function asRecord(text: string): Record<string, unknown> {
  if (!/^\s*\{/.test(text)) return { text };
  const value: Record<string, unknown> = JSON.parse(text);
  return value;
}
