import type { Logger } from '@stepway/platform';
import { parkedSummary, retriesAsked, type Database, type Projector } from '@stepway/read-models';

/**
 * Lets every parked journey go and brings it up to the log, in order: a new build may know what the one before could
 * not read. What still cannot be projected is parked again.
 */
export async function redrive(database: Database, projector: Projector, logger: Logger): Promise<void> {
  const { episodeIds } = await parkedSummary(database);
  await tryAgain(projector, logger, episodeIds);
}

/** The same for those that an operator asked for. */
export async function redriveAsked(database: Database, projector: Projector, logger: Logger): Promise<void> {
  await tryAgain(projector, logger, await retriesAsked(database));
}

async function tryAgain(projector: Projector, logger: Logger, episodeIds: readonly string[]): Promise<void> {
  if (episodeIds.length === 0) return;
  const { journeys, parked } = await projector.redrive(episodeIds);
  logger.info({ count: journeys, waiting: parked }, 'parked journeys were tried again');
}
