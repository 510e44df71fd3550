import type { Census, CensusRow } from '@stepway/contracts';
import type { OpenedJourney } from '@stepway/pathway';
import type { PastSources } from '../board/as-of.ts';
import { journeyAt, type PastMoment } from '../past/past.ts';
import { streamsOf } from '../past/streams.ts';
import { counted } from './project.ts';
import { unclearSql } from './unclear.ts';
import type { CensusQuery } from './query.ts';

interface Counted extends CensusRow {
  /** Whose last row of the history knows what happened only later: told in another order. */
  readonly unclear: readonly string[] | null;
}

const asOfSql = (told: 'recorded_at' | 'occurred_at'): string => `
WITH last AS (
  SELECT DISTINCT ON (episode_id) episode_id, version, site_id, programme, level, status, in_hand_off, on_leave
  FROM read.board_history WHERE ${told} <= $3 ORDER BY episode_id, version DESC
), looked AS (
  SELECT *, ${told === 'occurred_at' ? unclearSql('$3') : 'false'} AS unclear FROM last
)
SELECT site_id AS "siteId", programme, level,
  count(*) FILTER (WHERE NOT unclear AND status = 'active')::int AS active,
  count(*) FILTER (WHERE NOT unclear AND status = 'active' AND in_hand_off)::int AS "inHandOff",
  count(*) FILTER (WHERE NOT unclear AND status = 'active' AND on_leave)::int AS "onLeave",
  count(*) FILTER (WHERE NOT unclear AND status = 'referred')::int AS waiting,
  array_agg(episode_id) FILTER (WHERE unclear) AS unclear
FROM looked
WHERE (status <> 'discharged' OR unclear) AND (unclear OR (
  ($1::text[] IS NULL OR site_id = ANY($1)) AND ($2::text[] IS NULL OR programme = ANY($2))))
GROUP BY site_id, programme, level ORDER BY site_id, programme, level`;

/** How many people were at each level at a moment of the past. */
export async function readCensusAsOf(
  { database, readEvents }: Pick<PastSources, 'database' | 'readEvents'>,
  { siteIds, programmes }: Pick<CensusQuery, 'siteIds' | 'programmes'>,
  moment: PastMoment,
): Promise<Census> {
  const { rows } = await database.query<Counted>({
    name: `read.census-as-of-${moment.sense}`,
    text: asOfSql(moment.sense === 'known' ? 'recorded_at' : 'occurred_at'),
    values: [siteIds ?? null, programmes ?? null, moment.asOf],
  });
  const counts = new Map(rows.map(({ unclear: _unclear, ...row }) => [keyOf(row), row]));
  const unclear = rows.flatMap((row) => row.unclear ?? []);
  for await (const events of streamsOf(unclear, readEvents)) {
    const journey = journeyAt(events, moment);
    if (journey === undefined) continue;
    if ((siteIds?.includes(journey.siteId) ?? true) && (programmes?.includes(journey.programme.id) ?? true))
      add(counts, journey);
  }
  const found = [...counts.values()].filter(({ active, waiting }) => active + waiting > 0);
  return { asOf: moment.asOf, rows: found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

function add(counts: Map<string, CensusRow>, journey: OpenedJourney): void {
  const { site_id: siteId, programme, level, status, in_hand_off: inHandOff, on_leave: onLeave } = counted(journey);
  if (status === 'discharged') return;
  const place = { siteId, programme, level };
  const row = counts.get(keyOf(place)) ?? { ...place, active: 0, inHandOff: 0, onLeave: 0, waiting: 0 };
  const active = status === 'active' ? 1 : 0;
  counts.set(keyOf(place), {
    ...place,
    active: row.active + active,
    inHandOff: row.inHandOff + (inHandOff ? active : 0),
    onLeave: row.onLeave + (onLeave ? active : 0),
    waiting: row.waiting + 1 - active,
  });
}

const keyOf = ({ siteId, programme, level }: Pick<CensusRow, 'siteId' | 'programme' | 'level'>): string =>
  [siteId, programme, level].join('\n');
