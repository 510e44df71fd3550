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
  readonly waiting: number;
  /** When those who are there came, oldest first. */
  readonly came: readonly string[] | null;
}

// What people set outranks the file of the site, which comes in as arrays.
const sql = `
WITH place AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS p(site_id, programme, level, places)
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
  SELECT site_id, programme, level, count(*)::int AS waiting FROM read.waiting WHERE queue IS NOT NULL GROUP BY 1, 2, 3
)
SELECT site_id, programme, level, coalesce(told.places, place.places) AS places, coalesce(occupied, 0) AS occupied,
  coalesce(arriving, 0) AS arriving, coalesce(waiting, 0) AS waiting,
  (SELECT array_agg(to_char(c AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ORDER BY c) FROM unnest(came) AS c) AS came
FROM place
  LEFT JOIN told USING (site_id, programme, level) LEFT JOIN there USING (site_id, programme, level)
  LEFT JOIN coming USING (site_id, programme, level) LEFT JOIN queued USING (site_id, programme, level)`;

interface Asked {
  readonly sites: readonly Site[];
  readonly programmeOf: (id: string) => Programme | undefined;
}

/** How many places there are at each site and level, and who has them; in the order of the sites' files. */
export async function readCapacity(database: Database, { sites, programmeOf }: Asked): Promise<readonly CapacityRow[]> {
  const places = sites.flatMap(placesOf);
  const column = <K extends keyof Place>(key: K) => places.map((place) => place[key]);
  const { rows } = await database.query<Counted>({
    name: 'read.capacity',
    text: sql,
    values: [column('siteId'), column('programme'), column('level'), column('capacity')],
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
  const { site_id: siteId, level, places, occupied, arriving, waiting } = row;
  return {
    siteId,
    programme: row.programme,
    level,
    places,
    occupied,
    arriving,
    waiting,
    free: places === null ? null : places - occupied - arriving,
    stateNotice: programme === undefined ? null : stateNotice(row, programme),
  };
}

/** Since the one came with whom the occupancy was reached: it has been so since then at least. */
function stateNotice({ places, came }: Counted, { waitingList }: Programme): CapacityRow['stateNotice'] {
  if (places === null || places === 0) return null;
  const threshold = Math.ceil((places * waitingList.noticeAtPercent) / 100);
  const since: Instant | undefined = came?.[threshold - 1];
  return since === undefined ? null : { since, dueAt: plusDays(since, waitingList.noticeDays) };
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
