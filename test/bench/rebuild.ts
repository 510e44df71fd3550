import { openEventLog } from '@stepway/event-log';
import type { CareEvent } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { createProjector, rebuild, type RebuildOptions, type StoredOffset } from '@stepway/read-models';
import pg from 'pg';
import { spread } from './figures.ts';
import { fillLog } from './lived-log.ts';
import { count, lost, perSecond, type BenchReport } from './report.ts';

const wanted = 100_000;

const about =
  'all read models of half-year histories: built again beside the live ones and compared, then projected in batches as ' +
  'they come from Kafka';

/** How fast read models are built again from the log, and projected live. */
export async function benchRebuild(connectionString: string, say: (what: string) => void): Promise<BenchReport> {
  const log = openEventLog({ connectionString, statementTimeoutMs: 0 });
  const pool = new pg.Pool({ connectionString, max: 4 });
  const programmes = readProgrammes(programmesDir(process.env));
  try {
    const { journeys, events } = await fillLog(log, programmes, { events: wanted, prefix: 'rebuilt' });
    say(`${events} events of ${journeys} journeys stand in the log`);
    const sources: RebuildOptions = {
      pool,
      contextFor: programmes.contextFor,
      readJourneys: () => log.readJourneys(),
      readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    };
    const built = await rebuild({ ...sources, swap: 'always' });
    say(`rebuilt in ${built.durationMs} ms`);
    await pool.query('DELETE FROM read.journey');
    const projectMs = await project(log.readJourneys(), sources);
    say(`projected in ${Math.round(projectMs)} ms`);
    const verified = await rebuild({ ...sources, swap: 'never' });
    const differences = verified.differences.reduce(
      (sum, { onlyLive, onlyRebuilt }) => sum + onlyLive + onlyRebuilt,
      0,
    );
    const rate = (durationMs: number) => spread([(events * 1_000) / durationMs]);
    return {
      bench: 'rebuild',
      about,
      findings: [
        count(`events in the log, of ${journeys} journeys`, events),
        perSecond('events rebuilt from nothing and swapped in', rate(built.durationMs)),
        perSecond('events projected', rate(projectMs)),
        perSecond('events rebuilt and compared with the live rows', rate(verified.durationMs)),
        lost('rows that differ between rebuilt and projected', differences),
      ],
    };
  } finally {
    await Promise.all([log.close(), pool.end()]);
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
