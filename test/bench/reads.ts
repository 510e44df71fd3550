import { localDate } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import pg from 'pg';
import { multiply } from './many-rows.ts';
import { projectAll } from './project-all.ts';
import { questions, type Asked } from './questions.ts';
import { count, latencies, lost, type BenchReport, type Finding } from './report.ts';
import { simulatedLogs } from './simulated-logs.ts';
import { plansOf } from './query-plans.ts';

const people = 400;
const days = 120;
const journeys = 100_000;
/** So many browsers ask at the same time, each its next question when the one before is answered. */
const askers = 4;
const timesAsked = 400;

const about =
  `the questions of the dashboard over ${journeys.toLocaleString('en')} journeys (likenesses of ${people} simulated ones ` +
  `of ${days} days), ${askers} at the same time: the statement, its rows, and what the clock adds`;

/** How fast the dashboard's questions are answered when there are many journeys. */
export async function benchReads(connectionString: string, say: (what: string) => void): Promise<BenchReport> {
  const pool = new pg.Pool({ connectionString, max: askers });
  const programmes = readProgrammes(programmesDir(process.env));
  try {
    const { journeys: logs } = simulatedLogs(people, days);
    say(`${logs.reduce((sum, { length }) => sum + length, 0)} events of ${logs.length} people`);
    const readEvents = (episodeId: string) =>
      Promise.resolve(logs.find(([first]) => first?.episodeId === episodeId) ?? []);
    await projectAll(logs, { pool, contextFor: programmes.contextFor, readEvents });
    await multiply(pool, Math.ceil(journeys / logs.length) - 1, say);
    const now = logs.flat().reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '');
    const [site] = programmes.sites;
    if (site === undefined) throw new Error('There is no site');
    const asked: Asked = {
      pool,
      clock: { now, today: () => localDate(now, site) },
      episodes: await someEpisodes(pool),
    };
    const findings: Finding[] = [count('journeys', (await countOf(pool)) ?? 0)];
    for (const question of questions) {
      findings.push(...latencies(question.what, await ask(question.ask, asked), { p99: { atMost: 20 } }));
      say(question.what);
    }
    const plans = await plansOf(asked);
    const scanned = plans.filter(({ scansAll }) => scansAll);
    for (const { what } of scanned) say(`${what}: reads a whole table`);
    return {
      bench: 'reads',
      about,
      findings: [...findings, lost('questions that read a whole large table', scanned.length)],
    };
  } finally {
    await pool.end();
  }
}

const countOf = async (pool: pg.Pool): Promise<number | undefined> =>
  (await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM read.journey')).rows[0]?.count;

/** Drawn evenly by their ids, which are as good as random. */
async function someEpisodes(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ episode_id: string }>(
    `SELECT episode_id FROM read.journey ORDER BY md5(episode_id) LIMIT ${timesAsked}`,
  );
  return rows.map(({ episode_id }) => episode_id);
}

/** The first tenth warms up and is not counted. */
async function ask(
  question: (asked: Asked, turn: number) => Promise<unknown>,
  asked: Asked,
): Promise<readonly number[]> {
  const took: number[] = [];
  let turn = 0;
  const one = async (): Promise<void> => {
    while (turn < timesAsked) {
      const mine = turn++;
      const begun = performance.now();
      await question(asked, mine);
      if (mine >= timesAsked / 10) took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: askers }, one));
  return took;
}
