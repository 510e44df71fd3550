import { rebuild } from '@stepway/read-models';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** I5: the read models are the fold of the log: built again beside, and compared both ways. */
export async function readModelsEqualFold({ pool, log, programmes }: Stack): Promise<Finding> {
  const report = await rebuild({
    pool,
    contextFor: programmes.contextFor,
    readJourneys: () => log.readJourneys(),
    readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
    swap: 'never',
  });
  const breaches = report.differences.map(
    ({ table, onlyLive, onlyRebuilt, episodeIds }) =>
      `${table}: ${onlyLive} rows only live, ${onlyRebuilt} only in the fold (${episodeIds.join(', ')})`,
  );
  const note = report.behind > 0 ? `${report.behind} journeys were still on their way and not compared` : undefined;
  return finding('I5', 'Read models = fold of the log', report.journeys, breaches, note);
}
