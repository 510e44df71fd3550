import type { CareEvent } from '@stepway/pathway';
import { keysOf, pageOf, type Page } from '../cursor.ts';

export interface TimelineQuery {
  readonly episodeId: string;
  readonly cursor?: string;
  /** Default 200. */
  readonly limit?: number;
}

/**
 * What happened to one journey, the newest first. It has no table: the log is one already, sorted by journey and
 * version, and a second copy of every event would be the largest table of all.
 * The events come as they are recorded: who shows them opens what is sealed, then makes an `eventView` of each.
 * @param readEvents all events of a journey from the log, in order; journeys are short
 * @throws CursorUnknown
 */
export async function readTimeline(
  readEvents: (episodeId: string) => Promise<readonly CareEvent[]>,
  { episodeId, cursor, limit = 200 }: TimelineQuery,
): Promise<Page<CareEvent>> {
  const before = cursor === undefined ? Infinity : Number(keysOf(cursor, 'version')[0]);
  const found = (await readEvents(episodeId)).filter(({ version }) => version < before).toReversed();
  return pageOf(found, limit, ({ version }) => [String(version)]);
}
