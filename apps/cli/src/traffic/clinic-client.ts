import {
  EpisodeListItem,
  EpisodeView,
  listOf,
  Problem,
  ProgrammeView,
  queryRoutes,
  type QueryAnswer,
} from '@stepway/contracts';
import { kebab } from '@stepway/contracts/names';
import type { CommandType } from '@stepway/pathway';
import { z } from 'zod';

const Created = z.object({ patientId: z.string() }).or(z.object({ episodeId: z.string() }));

/** The API refused; `status` and the problem's own name say why. */
export class Refused extends Error {
  readonly code = 'REFUSED';
  readonly status: number;
  readonly retryAfterMs: number;
  constructor(status: number, type: string, retryAfterMs: number) {
    super(`${status} ${type}`);
    this.name = 'Refused';
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Stepway's public API as simulated clinic staff use it. */
export class ClinicClient {
  readonly #base: string;
  readonly #token: string;

  constructor(base: string, token: string) {
    this.#base = base;
    this.#token = token;
  }

  async #send(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(path, this.#base), {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const problem = Problem.safeParse(answer);
    const retryAfterMs = Number(response.headers.get('retry-after') ?? 1) * 1_000;
    throw new Refused(response.status, problem.success ? problem.data.type : 'unknown', retryAfterMs);
  }

  async activeEpisodes(): Promise<EpisodeListItem[]> {
    return listOf(EpisodeListItem).parse(await this.#send('GET', '/v1/episodes?status=active&limit=500')).items;
  }

  async episode(episodeId: string): Promise<EpisodeView> {
    return EpisodeView.parse(await this.#send('GET', `/v1/episodes/${episodeId}`));
  }

  async programme({ id, version }: EpisodeView['programme']): Promise<ProgrammeView> {
    return ProgrammeView.parse(await this.#send('GET', `/v1/programmes/${id}/${version}`));
  }

  async groups(): Promise<QueryAnswer<'groups'>['items']> {
    const { path, answer } = queryRoutes.groups;
    return answer.parse(await this.#send('GET', path)).items;
  }

  async roster(session: {
    readonly site: string;
    readonly group: string;
    readonly startsAt: string;
  }): Promise<QueryAnswer<'roster'>> {
    const { path, answer } = queryRoutes.roster;
    return answer.parse(await this.#send('GET', `${path}?${new URLSearchParams(session).toString()}`));
  }

  async createPatient(body: object): Promise<string> {
    const created = Created.parse(await this.#send('POST', '/v1/patients', body));
    return 'patientId' in created ? created.patientId : '';
  }

  async openEpisode(body: object): Promise<string> {
    const created = Created.parse(await this.#send('POST', '/v1/episodes', body));
    return 'episodeId' in created ? created.episodeId : '';
  }

  async command(episodeId: string, type: CommandType, body: object): Promise<void> {
    await this.#send('POST', `/v1/episodes/${episodeId}/${kebab(type)}`, body);
  }
}
