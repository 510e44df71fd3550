import { processor } from '../projection/offsets.ts';
import type { Database } from '../table.ts';

/** How far each program has come in the whole log. */
export interface PlacesInLog {
  readonly log: number;
  readonly relay: number;
  readonly projector: number;
  /** When a relay last led; null before the first. */
  readonly relaySeenAt: string | null;
  readonly partitions: { readonly known: number; readonly behind: number; readonly behindSince: string | null };
}

interface PlacesRow {
  readonly log: number;
  readonly relay: number;
  readonly relay_seen_at: Date | null;
  readonly projector: number;
  readonly known: number;
  readonly behind: number;
  readonly behind_since: Date | null;
}

const placesSql = `
SELECT coalesce((SELECT max(position) FROM log.position), 0)::float8 AS log,
  coalesce(relay.position, 0)::float8 AS relay, relay.heartbeat AS relay_seen_at,
  coalesce(tables.position, 0)::float8 AS projector, tables.known, tables.behind, tables.behind_since
FROM (
  SELECT max(position) AS position, count(*)::int AS known,
    count(behind_since)::int AS behind, min(behind_since) AS behind_since
  FROM read.offset WHERE processor = $1
) tables LEFT JOIN LATERAL (
  -- A broker that was wiped comes back as another cluster, with a checkpoint of its own.
  SELECT position, heartbeat FROM log.checkpoint
  WHERE processor LIKE 'stepway.care.v1@%' ORDER BY heartbeat DESC LIMIT 1
) relay ON true`;

export async function placesInLog(database: Database): Promise<PlacesInLog> {
  const { rows } = await database.query<PlacesRow>(placesSql, [processor]);
  const [row] = rows;
  return {
    ...{ log: row?.log ?? 0, relay: row?.relay ?? 0, projector: row?.projector ?? 0 },
    relaySeenAt: row?.relay_seen_at?.toISOString() ?? null,
    partitions: {
      ...{ known: row?.known ?? 0, behind: row?.behind ?? 0 },
      behindSince: row?.behind_since?.toISOString() ?? null,
    },
  };
}
