import { setTimeout as wait } from 'node:timers/promises';
import { rebuild } from '@stepway/read-models';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/**
 * I5: the read models are the fold of the log: built again beside, and compared both ways. Everything that the log holds
 * at the beginning must have come into them.
 * @param settleMs how long the projector may take for it
 */
export async function readModelsEqualFold(stack: Stack, settleMs: number): Promise<Finding> {
  const missing = await stillMissing(stack, settleMs);
  const { pool, log, programmes } = stack;
  const report = await rebuild({
    pool,
    contextFor: programmes.contextFor,
    readJourneys: () => log.readJourneys(),
    readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    swap: 'never',
  });
  const different = report.differences.map(
    ({ table, onlyLive, onlyRebuilt, episodeIds }) =>
      `${table}: ${onlyLive} rows only live, ${onlyRebuilt} only in the fold (${episodeIds.join(', ')})`,
  );
  const note = report.behind > 0 ? `${report.behind} journeys were behind the log and not compared` : undefined;
  return finding('I5', 'Read models = fold of the log', report.journeys, [...missing, ...different], note);
}

interface Behind {
  readonly episode_id: string;
  readonly wanted: string;
  readonly has: string;
  readonly parked: string | null;
}

const behindSql = `
SELECT w.episode_id, w.version AS wanted, coalesce(j.version, 0) AS has, p.reason AS parked
FROM unnest($1::text[], $2::bigint[]) AS w(episode_id, version)
LEFT JOIN read.journey j USING (episode_id) LEFT JOIN read.parked p USING (episode_id)
WHERE coalesce(j.version, 0) < w.version ORDER BY w.episode_id`;

/** What the log holds now and the read models do not come to hold within `settleMs`. */
async function stillMissing({ pool, log }: Stack, settleMs: number): Promise<readonly string[]> {
  const versions = new Map<string, number>();
  for await (const { episodeId, version } of log.streams()) versions.set(episodeId, version);
  const ask = async (wanted: ReadonlyMap<string, number>): Promise<readonly Behind[]> =>
    (await pool.query<Behind>(behindSql, [[...wanted.keys()], [...wanted.values()]])).rows;
  let behind = await ask(versions);
  for (const end = Date.now() + settleMs; behind.length > 0 && Date.now() < end;) {
    await wait(200);
    behind = await ask(new Map(behind.map(({ episode_id, wanted }) => [episode_id, Number(wanted)])));
  }
  return behind.map(
    ({ episode_id, wanted, has, parked }) =>
      `${episode_id} is at version ${has} of ${wanted}${parked === null ? '' : `, parked: ${parked}`}`,
  );
}
