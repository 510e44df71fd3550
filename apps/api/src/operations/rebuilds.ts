import { randomUUID } from 'node:crypto';
import { RebuildView } from '@stepway/contracts';
import { openEventLog } from '@stepway/event-log';
import {
  codeOf,
  givingWay,
  keepReport,
  readModels,
  readReport,
  rebuild,
  RebuildUnderWay,
  type ReadModelName,
} from '@stepway/read-models';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Resources } from '../resources.ts';

interface Wanted {
  readonly models: readonly ReadModelName[];
  readonly switch: boolean;
  readonly by: string;
}

/**
 * Rebuilds of read models for the page: one at a time, in the background of this process, with its own connections. The
 * last is kept as a report, so that every process and every start knows it.
 */
@Injectable()
export class Rebuilds implements BeforeApplicationShutdown {
  #current: RebuildView | undefined;
  #done: Promise<void> | undefined;
  #ending = false;

  constructor(private readonly resources: Resources) {}

  /** The one under way, or the last that any process did. */
  async latest(): Promise<RebuildView | undefined> {
    if (this.#current?.state === 'running') return this.#current;
    const kept = await readReport(this.resources.pool, 'rebuild');
    // What an older version kept may have another form: then nothing is known of it.
    return RebuildView.safeParse(kept?.body).data;
  }

  /** @throws RebuildUnderWay */
  async start({ models, switch: accepted, by }: Wanted): Promise<RebuildView> {
    if (this.#current?.state === 'running') throw new RebuildUnderWay();
    const begun: RebuildView = {
      ...{ rebuildId: randomUUID(), models, switch: accepted, state: 'running', phase: 'fold' },
      ...{ events: 0, journeys: 0, of: 0, behind: 0, differences: [], trouble: null },
      ...{ startedBy: by, startedAt: this.resources.now().toISOString(), endedAt: null },
    };
    this.#current = begun;
    this.#done = this.#run(models, accepted);
    return begun;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#ending = true;
    await this.#done;
  }

  async #run(models: readonly ReadModelName[], accepted: boolean): Promise<void> {
    const { pool, programmes, configuration, logger, now } = this.resources;
    const log = openEventLog({
      connectionString: configuration.databaseUrl,
      applicationName: 'stepway-api-rebuild',
      maxConnections: 2,
      statementTimeoutMs: 120_000,
      onIdleError: (error) => logger.warn({ err: error }, 'an idle connection of a rebuild broke'),
    });
    try {
      const counted = await pool.query<{ of: number }>('SELECT count(*)::int AS of FROM log.stream');
      this.#change({ of: counted.rows[0]?.of ?? 0 });
      await programmes.learn();
      const report = await rebuild({
        pool,
        models,
        contextFor: programmes.contextFor,
        readJourneys: () => givingWay(log.readJourneys(), () => this.#ending),
        readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
        swap: accepted ? 'always' : 'never',
        onProgress: (progress) => this.#change(progress),
      });
      const { events, journeys, behind, differences, swapped } = report;
      const state = swapped ? 'switched' : differences.length === 0 ? 'equal' : 'differs';
      this.#change({ events, journeys, behind, differences: [...differences], state });
    } catch (error) {
      logger.warn({ err: error }, 'a rebuild of read models broke off');
      this.#change({ state: 'broke-off', trouble: codeOf(error) ?? 'UNKNOWN' });
    } finally {
      this.#change({ endedAt: now().toISOString() });
      await log.close();
    }
    await keepReport(pool, 'rebuild', this.#current).catch((error: unknown) =>
      logger.warn({ err: error }, 'what a rebuild found was not kept'),
    );
  }

  #change(changes: Partial<RebuildView>): void {
    if (this.#current !== undefined) this.#current = { ...this.#current, ...changes };
  }
}

export const isReadModel = (name: string): name is ReadModelName => Object.hasOwn(readModels, name);
export const readModelNames = Object.keys(readModels).filter(isReadModel);
