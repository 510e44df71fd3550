import type { Census, CensusRow } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import type { Database } from '../table.ts';

export interface CensusQuery {
  /** A moment of the past; without it, now. */
  readonly asOf?: Instant;
  /** What was known then (default), or what, as is known by now, was true then. */
  readonly sense?: 'known' | 'true';
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

const asOfSql = (column: 'recorded_at' | 'occurred_at'): string => `
WITH counted AS (
  SELECT DISTINCT ON (episode_id) site_id, programme, level, status, in_hand_off, on_leave FROM read.board_history
  WHERE ${column} <= $3 ORDER BY episode_id, version DESC
) ${counts}`;

/** How many people are at each level, now or at a moment of the past. */
export async function readCensus(database: Database, query: CensusQuery): Promise<Census> {
  const { asOf, sense = 'known', siteIds, programmes, now } = query;
  const filters = [siteIds ?? null, programmes ?? null];
  const column = sense === 'known' ? 'recorded_at' : 'occurred_at';
  const { rows } = await database.query<CensusRow>(
    asOf === undefined
      ? { name: 'read.census', text: nowSql, values: filters }
      : { name: `read.census-as-of-${sense}`, text: asOfSql(column), values: [...filters, asOf] },
  );
  return { asOf: asOf ?? now, rows };
}
