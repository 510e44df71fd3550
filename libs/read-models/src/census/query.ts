import type { Census, CensusRow } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import type { Database } from '../table.ts';

export interface CensusQuery {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  /** The clock. */
  readonly now: Instant;
}

const counts = `
SELECT site_id AS "siteId", programme, level,
  count(*) FILTER (WHERE status = 'active')::int AS active,
  count(*) FILTER (WHERE status = 'active' AND in_hand_off)::int AS "inHandOff",
  count(*) FILTER (WHERE status = 'active' AND on_leave)::int AS "onLeave",
  count(*) FILTER (WHERE status = 'referred')::int AS waiting
FROM counted
WHERE status <> 'discharged' AND ($1::text[] IS NULL OR site_id = ANY($1)) AND ($2::text[] IS NULL OR programme = ANY($2))
GROUP BY site_id, programme, level ORDER BY site_id, programme, level`;

// A suspended move keeps the person in hand-off if it had one.
const nowSql = `
WITH counted AS (
  SELECT site_id, programme, level, status, hand_off_due_at IS NOT NULL AS in_hand_off, on_leave FROM read.board_row
) ${counts}`;

/** How many people are at each level. */
export async function readCensus(database: Database, query: CensusQuery): Promise<Census> {
  const { siteIds, programmes, now } = query;
  const values = [siteIds ?? null, programmes ?? null];
  const { rows } = await database.query<CensusRow>({ name: 'read.census', text: nowSql, values });
  return { asOf: now, rows };
}
