import type { CareEvent } from '@stepway/pathway';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { projections } from '../models.ts';
import type { StoredOffset } from '../projection/offsets.ts';
import { createProjector, type ProjectionBatch, type Projector } from '../projection/projector.ts';
import type { Incoming } from '../projection/records.ts';
import { contextFor } from './rules.ts';

/** Read models on an empty database, beside a log in memory: what Kafka brings is what a spec says. */
export interface Tables {
  readonly adminUrl: string;
  readonly pool: pg.Pool;
  /** Everything that was recorded, by journey, whether Kafka has brought it or not. */
  readonly log: Map<string, readonly CareEvent[]>;
  /** Times that a journey was read from the log. */
  readonly reads: string[];
  /** A projector as it is after a start: nothing in memory. */
  newProjector(): Projector;
  /** All rows of all tables. */
  rows(): Promise<Record<string, unknown[]>>;
  close(): Promise<void>;
}

export async function tables(): Promise<Tables> {
  const { url, adminUrl } = await freshDatabase();
  const pool = new pg.Pool({ connectionString: url, max: 4, pipeline: true });
  const log = new Map<string, readonly CareEvent[]>();
  const reads: string[] = [];
  const readEvents = async (episodeId: string): Promise<readonly CareEvent[]> => {
    reads.push(episodeId);
    return log.get(episodeId) ?? [];
  };
  return {
    adminUrl,
    pool,
    log,
    reads,
    newProjector: () => createProjector({ pool, contextFor, readEvents, now: () => '2026-06-01T12:00:00.000Z' }),
    rows: async () => {
      const all: Record<string, unknown[]> = {};
      for (const { table } of projections) {
        const { rows } = await pool.query(`SELECT * FROM read.${table.name} ORDER BY ${table.key.join(', ')}`);
        all[table.name] = rows;
      }
      return all;
    },
    close: () => pool.end(),
  };
}

export const topic = 'care-of-specs';

/** Records of partition 0, one after another. */
export class Records {
  #next = 0n;
  #clusterId: string;

  constructor(clusterId = 'cluster-1') {
    this.#clusterId = clusterId;
  }

  /** The next batch of the partition, which the reader has read up to `expected`. */
  batch(expected: StoredOffset | undefined, contents: readonly (CareEvent | Incoming)[]): ProjectionBatch {
    const records = contents.map((content): Incoming => {
      const offset = this.#next;
      this.#next += 1n;
      return 'content' in content
        ? { ...content, offset }
        : { offset, episodeId: content.episodeId, content: { event: content } };
    });
    return {
      at: { topic, partition: 0, clusterId: this.#clusterId },
      expected,
      next: this.#next,
      position: this.#next,
      behind: false,
      records,
    };
  }

  /** Where the reader is after the last batch. */
  get read(): StoredOffset {
    return { partition: 0, clusterId: this.#clusterId, next: this.#next };
  }
}

export const unreadable = (episodeId: string): Incoming => ({
  offset: 0n,
  episodeId,
  content: { unreadable: { reason: 'NOT_A_CARE_EVENT', eventId: null, version: null } },
});
