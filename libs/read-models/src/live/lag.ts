import { processor } from '../projection/offsets.ts';
import type { Database } from '../table.ts';

// Behind, in two ways: the log holds an event behind the newest one seen (the relay or Kafka is slow or down, or the
// projector is), or a partition has records that are not in the tables. `stored_at` is the database's clock, so that an
// import of old facts is not a lag of years.
const lagSql = `
WITH seen AS (
  SELECT max(position) AS position, min(behind_since) AS behind_since FROM read.offset WHERE processor = $1
), newest AS (
  SELECT p.epoch, p.transaction_id, p.seq FROM log.position p, seen WHERE p.position = seen.position
), next AS (
  SELECT stored_at FROM log.event
  WHERE (epoch, transaction_id, seq) > (
    coalesce((SELECT epoch FROM newest), 0), coalesce((SELECT transaction_id FROM newest), '0'),
    coalesce((SELECT seq FROM newest), 0))
  ORDER BY epoch, transaction_id, seq LIMIT 1
)
SELECT coalesce(extract(epoch FROM clock_timestamp()
  - least((SELECT stored_at FROM next), (SELECT behind_since FROM seen))) * 1000, 0)::float8 AS ms`;

/** How far the read models are behind the log, in ms: the age of the oldest event that is not in them; 0 = caught up. */
export async function readLagMs(database: Database): Promise<number> {
  const { rows } = await database.query<{ ms: number }>({ name: 'read.lag', text: lagSql, values: [processor] });
  return Math.max(0, Math.round(rows[0]?.ms ?? 0));
}
