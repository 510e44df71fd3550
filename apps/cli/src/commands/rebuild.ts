import { rebuild, type ReadModelName, type RebuildReport } from '@stepway/read-models';
import { withProgress } from '../progress.ts';
import type { Stack } from '../stack.ts';

export interface RebuildCommandOptions {
  /** Default: all. */
  readonly models?: readonly ReadModelName[];
  /** Also where the rebuilt rows differ from the live ones: a person has looked at the difference. */
  readonly acceptDifferences: boolean;
}

/** Builds read models again from the log, beside the live ones, and puts them in their place. */
export async function rebuildReadModels(stack: Stack, options: RebuildCommandOptions): Promise<RebuildReport> {
  const { pool, log, programmes } = stack;
  await programmes.learn();
  return withProgress('Read models are built again from the log', (say) =>
    rebuild({
      pool,
      contextFor: programmes.contextFor,
      readJourneys: () => log.readJourneys(),
      readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
      swap: options.acceptDifferences ? 'always' : 'if-equal',
      onProgress: ({ phase, journeys, events }) => say(`${phase}: ${journeys} journeys, ${events} events`),
      ...(options.models !== undefined && { models: options.models }),
    }),
  );
}

/** The report as a sentence, with what to do next if the rows differ. */
export function rebuildSentence({ journeys, events, durationMs, differences, swapped, behind }: RebuildReport): string {
  const rate = Math.round((events / Math.max(1, durationMs)) * 1_000);
  const built = `${journeys} journeys with ${events} events in ${(durationMs / 1_000).toFixed(1)} s (${rate} events/s)`;
  const late = behind > 0 ? `; ${behind} journeys were still on their way` : '';
  if (swapped) return `${built}${late}. The rebuilt tables are in place.`;
  const where = differences.map(
    ({ table, onlyLive, onlyRebuilt }) => `${table} (${onlyLive} only live, ${onlyRebuilt} only rebuilt)`,
  );
  return `${built}${late}. Differences in ${where.join(', ')}: nothing was changed. Look first, then --accept-differences.`;
}
