import type { CareEvent } from '@stepway/pathway';
import type { Pool } from 'pg';
import { queryEvents } from './read-stream.ts';
import { careEvent, eventColumns } from './row.ts';

/** A span of journeys by id: after the one, up to and with the other. For readers side by side. */
export interface JourneyRange {
  readonly after?: string;
  readonly until?: string;
}

const pageSize = 5_000;

const pageSql = `SELECT ${eventColumns} FROM log.event e
  WHERE (e.episode_id, e.version) > ($1, $2) AND ($3::text IS NULL OR e.episode_id <= $3)
  ORDER BY e.episode_id, e.version LIMIT $4`;

/** Every journey's events in order, one array for each journey, by id. Reads over the primary key, page by page. */
export async function* readJourneys(
  pool: Pool,
  { after = '', until }: JourneyRange,
): AsyncGenerator<readonly CareEvent[]> {
  let last = { episodeId: after, version: Number.MAX_SAFE_INTEGER };
  let journey: CareEvent[] = [];
  for (;;) {
    const rows = await queryEvents(pool, 'log.read-journeys', pageSql, [
      last.episodeId,
      last.version,
      until ?? null,
      pageSize,
    ]);
    for (const event of rows.map((row) => careEvent(row))) {
      if (journey.length > 0 && event.episodeId !== last.episodeId) {
        yield journey;
        journey = [];
      }
      journey.push(event);
      last = event;
    }
    if (rows.length < pageSize) break;
  }
  if (journey.length > 0) yield journey;
}
