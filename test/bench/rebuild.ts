import { openEventLog } from '@stepway/event-log';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { rebuild, type RebuildOptions } from '@stepway/read-models';
import pg from 'pg';
import { spread } from './figures.ts';
import { fillLog } from './lived-log.ts';
import { projectAll } from './project-all.ts';
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
    const projectMs = await projectAll(log.readJourneys(), sources);
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
