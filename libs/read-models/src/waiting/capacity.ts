import type { CapacityRow, SetCapacity } from '@stepway/contracts';
import { plusDays, type Instant, type Programme, type Site } from '@stepway/pathway';
import type { Database } from '../table.ts';

interface Counted {
  readonly site_id: string;
  readonly programme: string;
  readonly level: string;
  readonly places: number | null;
  readonly occupied: number;
  readonly arriving: number;
  readonly offered: number;
  readonly waiting: number;
  /** When the one came with whom the occupancy was reached of which the State is told. */
  readonly notice_since: Date | null;
}

// What people set outranks the file of the site, which comes in as arrays.
const sql = `
WITH place AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::numeric[])
    AS p(site_id, programme, level, places, notice_at_percent)
), told AS (
  SELECT DISTINCT ON (site_id, programme, level) site_id, programme, level, places FROM log.capacity
  ORDER BY site_id, programme, level, set_at DESC
), there AS (
  SELECT site_id, programme, level, count(*)::int AS occupied, array_agg(level_since ORDER BY level_since) AS came
  FROM read.board_row WHERE status = 'active' GROUP BY site_id, programme, level
), coming AS (
  SELECT site_id, programme, row->'transition'->>'to' AS level, count(*)::int AS arriving
  FROM read.board_row WHERE status = 'active' AND transition_state = 'started' GROUP BY 1, 2, 3
), queued AS (
  SELECT site_id, programme, level, count(*)::int AS waiting,
    count(*) FILTER (WHERE (row->'offer'->>'keptUntil')::timestamptz > $6)::int AS offered
  FROM read.waiting WHERE queue IS NOT NULL GROUP BY 1, 2, 3
)
SELECT site_id, programme, level, coalesce(told.places, place.places) AS places, coalesce(occupied, 0) AS occupied,
  coalesce(arriving, 0) AS arriving, coalesce(offered, 0) AS offered, coalesce(waiting, 0) AS waiting,
  came[ceil(nullif(coalesce(told.places, place.places), 0) * notice_at_percent / 100)::int] AS notice_since
FROM place
  LEFT JOIN told USING (site_id, programme, level) LEFT JOIN there USING (site_id, programme, level)
  LEFT JOIN coming USING (site_id, programme, level) LEFT JOIN queued USING (site_id, programme, level)`;

interface Asked {
  readonly sites: readonly Site[];
  readonly programmeOf: (id: string) => Programme | undefined;
  readonly now: Instant;
}

/** How many places there are at each site and level, and who has them; in the order of the sites' files. */
export async function readCapacity(
  database: Database,
  { sites, programmeOf, now }: Asked,
): Promise<readonly CapacityRow[]> {
  const places = sites.flatMap(placesOf);
  const shares = places.map(({ programme }) => programmeOf(programme)?.waitingList.noticeAtPercent ?? null);
  const column = <K extends keyof Place>(key: K) => places.map((place) => place[key]);
  const { rows } = await database.query<Counted>({
    name: 'read.capacity',
    text: sql,
    values: [column('siteId'), column('programme'), column('level'), column('capacity'), shares, now],
  });
  const found = new Map(rows.map((row) => [[row.site_id, row.programme, row.level].join(' '), row]));
  return places.flatMap(({ siteId, programme, level }) => {
    const row = found.get([siteId, programme, level].join(' '));
    return row === undefined ? [] : [capacityRow(row, programmeOf(programme))];
  });
}

interface Place {
  readonly siteId: string;
  readonly programme: string;
  readonly level: string;
  readonly capacity: number | null;
}

/** Places of adults and of adolescents at one level are counted together. */
const placesOf = ({ siteId, programmes }: Site): readonly Place[] =>
  programmes.flatMap(({ programme, levels }) =>
    [...new Set(levels.map(({ level }) => level))].map((level): Place => {
      const of = levels.filter((one) => one.level === level).map(({ capacity }) => capacity);
      const capacity = of.reduce<number | null>(
        (sum, one) => (sum === null || one === undefined ? null : sum + one),
        0,
      );
      return { siteId, programme, level, capacity };
    }),
  );

function capacityRow(row: Counted, programme: Programme | undefined): CapacityRow {
  const { site_id: siteId, level, places, occupied, arriving, offered, waiting } = row;
  return {
    siteId,
    programme: row.programme,
    level,
    places,
    occupied,
    arriving,
    offered,
    waiting,
    free: places === null ? null : places - occupied - arriving - offered,
    stateNotice: stateNotice(row, programme),
  };
}

/** Since the one came with whom the occupancy was reached: it has been so since then at least. */
function stateNotice({ notice_since }: Counted, programme: Programme | undefined): CapacityRow['stateNotice'] {
  if (notice_since === null || programme === undefined) return null;
  const since = notice_since.toISOString();
  return { since, dueAt: plusDays(since, programme.waitingList.noticeDays) };
}

/** From now on the site has so many places there. */
export async function setCapacity(
  database: Database,
  { siteId, programme, level, places }: SetCapacity,
  setBy: string,
): Promise<void> {
  await database.query({
    name: 'log.set-capacity',
    text: 'INSERT INTO log.capacity (site_id, programme, level, places, set_by) VALUES ($1, $2, $3, $4, $5)',
    values: [siteId, programme, level, places, setBy],
  });
}
