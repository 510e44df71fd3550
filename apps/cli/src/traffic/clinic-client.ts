import { randomUUID } from 'node:crypto';
import { createClient, type PostBody, type StepwayClient } from '@stepway/client';
import type { CommandRequest, EpisodeListItem, EpisodeView, ProgrammeView, QueryAnswer } from '@stepway/contracts';
import type { CommandType } from '@stepway/pathway';

/** Stepway's public API as simulated clinic staff use it. What is refused is not tried again: that is their weather. */
export class ClinicClient {
  readonly #stepway: StepwayClient;

  constructor(address: string, token: string) {
    this.#stepway = createClient({ address, token, retries: 0 });
  }

  async activeEpisodes(): Promise<EpisodeListItem[]> {
    return (await this.#stepway.ask('episodes', { status: 'active', limit: 500 })).items;
  }

  episode(episodeId: string): Promise<EpisodeView> {
    return this.#stepway.ask('episode', { episodeId });
  }

  programme({ id, version }: EpisodeView['programme']): Promise<ProgrammeView> {
    return this.#stepway.ask('programmeVersion', { id, version });
  }

  async groups(): Promise<QueryAnswer<'groups'>['items']> {
    return (await this.#stepway.ask('groups', {})).items;
  }

  roster(session: {
    readonly site: string;
    readonly group: string;
    readonly startsAt: string;
  }): Promise<QueryAnswer<'roster'>> {
    return this.#stepway.ask('roster', session);
  }

  async createPatient(body: PostBody<'createPatient'>): Promise<string> {
    return (await this.#stepway.post('createPatient', {}, body, { idempotencyKey: randomUUID() })).patientId;
  }

  async openEpisode(body: CommandRequest<'OpenEpisode'>): Promise<string> {
    return (await this.#stepway.openEpisode(body)).episodeId;
  }

  async command<Type extends Exclude<CommandType, 'OpenEpisode'>>(
    episodeId: string,
    type: Type,
    body: CommandRequest<Type>,
  ): Promise<void> {
    await this.#stepway.command(episodeId, type, body);
  }
}
