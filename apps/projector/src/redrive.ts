import type { Logger } from '@stepway/platform';
import { parkedSummary, unpark, type Database, type Projector } from '@stepway/read-models';

/**
 * Lets every parked journey go and brings it up to the log, in order: a new build may know what the one before could
 * not read. What still cannot be projected is parked again.
 */
export async function redrive(database: Database, projector: Projector, logger: Logger): Promise<void> {
  const { episodeIds } = await parkedSummary(database);
  if (episodeIds.length === 0) return;
  const { journeys, parked } = await projector.heal(await unpark(database, episodeIds));
  logger.info({ count: journeys, waiting: parked }, 'parked journeys were tried again');
}
