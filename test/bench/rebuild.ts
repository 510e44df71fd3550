import { openEventLog } from '@stepway/event-log';
import type { CareEvent } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { createProjector, rebuild, type RebuildOptions, type StoredOffset } from '@stepway/read-models';
import pg from 'pg';
import { fillLog } from './lived-log.ts';

export interface RebuildBenchOptions {
  /** A migrated, empty database, as `stepway_app`. What the bench writes stays there. */
  readonly connectionString: string;
  /** Default 100,000. */
  readonly events?: number;
  readonly onProgress?: (what: string) => void;
}

export interface RebuildFinding {
  readonly events: number;
  readonly journeys: number;
  /** All read models built from an empty state, compared and swapped, in ms. */
  readonly rebuildMs: number;
  readonly rebuildEventsPerSecond: number;
  /** Built again and compared row by row with the live ones, in ms. */
  readonly verifyMs: number;
  /** Rows that differ between rebuild and live projection: must be 0. */
  readonly differences: number;
  /** The same events as a projector takes them from Kafka, in batches of one partition. */
  readonly projectEventsPerSecond: number;
}

/** How fast read models are built again from the log, and projected live. */
export async function benchRebuild(options: RebuildBenchOptions): Promise<RebuildFinding> {
  const { connectionString, events: wanted = 100_000, onProgress } = options;
  const log = openEventLog({ connectionString, statementTimeoutMs: 0 });
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', (error) => onProgress?.(`a connection broke: ${error.message}`));
  const programmes = readProgrammes(programmesDir(process.env));
  try {
    const { journeys, events } = await fillLog(log, programmes, { events: wanted, prefix: 'rebuilt' });
    onProgress?.(`${events} events of ${journeys} journeys stand in the log`);
    const sources: RebuildOptions = {
      pool,
      contextFor: programmes.contextFor,
      readJourneys: () => log.readJourneys(),
      readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    };
    const built = await rebuild({ ...sources, swap: 'always' });
    onProgress?.(`rebuilt in ${built.durationMs} ms`);
    await pool.query('TRUNCATE read.journey').catch(() => pool.query('DELETE FROM read.journey'));
    const projectMs = await project(log.readJourneys(), sources);
    onProgress?.(`projected in ${Math.round(projectMs)} ms`);
    const verified = await rebuild({ ...sources, swap: 'never' });
    return {
      events,
      journeys,
      rebuildMs: built.durationMs,
      rebuildEventsPerSecond: Math.round((events / built.durationMs) * 1_000),
      verifyMs: verified.durationMs,
      differences: verified.differences.reduce((sum, { onlyLive, onlyRebuilt }) => sum + onlyLive + onlyRebuilt, 0),
      projectEventsPerSecond: Math.round((events / projectMs) * 1_000),
    };
  } finally {
    await log.close();
    await pool.end();
  }
}

/** Forty journeys at a time, one event of each in turn, as a partition brings them. */
async function project(journeys: AsyncIterable<readonly CareEvent[]>, sources: RebuildOptions): Promise<number> {
  const projector = createProjector({ ...sources, now: () => new Date().toISOString() });
  const at = { topic: 'bench', partition: 0, clusterId: 'bench' };
  let expected: StoredOffset | undefined;
  let next = 0n;
  let spentMs = 0;
  const send = async (events: readonly CareEvent[]): Promise<void> => {
    const records = events.map((event) => ({ offset: next++, episodeId: event.episodeId, content: { event } }));
    const before = performance.now();
    await projector.project({ at, expected, next, position: next, behind: false, records });
    spentMs += performance.now() - before;
    expected = { partition: 0, clusterId: 'bench', next };
  };
  const abreast = async (group: readonly (readonly CareEvent[])[]): Promise<void> => {
    const longest = Math.max(0, ...group.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, index) => group.flatMap((events) => events[index] ?? [])).flat();
    for (let start = 0; start < inTurn.length; start += 500) await send(inTurn.slice(start, start + 500));
  };
  let group: (readonly CareEvent[])[] = [];
  for await (const events of journeys) {
    group.push(events);
    if (group.length < 40) continue;
    await abreast(group);
    group = [];
  }
  await abreast(group);
  return spentMs;
}
