import type { Database } from '../table.ts';

/** The one reader of the care topic that writes the tables of `read`. */
export const processor = 'read-models';

/** A partition of a topic of one Kafka cluster. */
export interface Partition {
  readonly topic: string;
  readonly partition: number;
  readonly clusterId: string;
}

/** Where the tables are in a partition: offsets mean something only in the cluster that gave them. */
export interface StoredOffset {
  readonly partition: number;
  readonly clusterId: string;
  /** The next record to read. */
  readonly next: bigint;
}

/** How far a batch moves the reader. */
export interface Move {
  readonly at: Partition;
  /** What the table said when the reader began, or after its last batch; undefined = nothing yet. */
  readonly expected: StoredOffset | undefined;
  /** The next record to read afterwards. */
  readonly next: bigint;
  /** The place in the whole log of the newest event seen. */
  readonly position: bigint;
  /** Records of the partition are left that are not in the tables. */
  readonly behind: boolean;
}

/** Another projector moved the reader: what this one made of its batch must not be kept. */
export class OffsetsMoved extends Error {
  readonly code = 'OFFSETS_MOVED';
  constructor({ topic, partition }: Partition) {
    super(`Partition ${partition} of ${topic} was moved by another projector`);
  }
}

/** Where the tables are, in each partition that was ever read. */
export async function storedOffsets(database: Database, topic: string): Promise<readonly StoredOffset[]> {
  const { rows } = await database.query<{ partition: number; cluster_id: string; next: string }>({
    name: 'read.offsets',
    text: 'SELECT partition, cluster_id, next FROM read.offset WHERE processor = $1 AND topic = $2',
    values: [processor, topic],
  });
  return rows.map(({ partition, cluster_id: clusterId, next }) => ({ partition, clusterId, next: BigInt(next) }));
}

const beginSql = `
INSERT INTO read.offset (processor, topic, partition, cluster_id, next, position, behind_since)
VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN clock_timestamp() END) ON CONFLICT DO NOTHING`;

// The place in the log never goes back: when a broker was wiped, old events are read once more. `behind_since` keeps
// the first moment.
const moveSql = `
UPDATE read.offset SET cluster_id = $4, next = $5, position = greatest(position, $6),
  behind_since = CASE WHEN $7 THEN coalesce(behind_since, clock_timestamp()) END
WHERE processor = $1 AND topic = $2 AND partition = $3 AND cluster_id = $8 AND next = $9`;

/**
 * Moves the reader, in the transaction of the rows.
 * @throws OffsetsMoved
 */
export async function moveOffset(database: Database, { at, expected, next, position, behind }: Move): Promise<void> {
  const values = [processor, at.topic, at.partition, at.clusterId, next, position, behind];
  const { rowCount } = await database.query(
    expected === undefined
      ? { name: 'read.begin-offset', text: beginSql, values }
      : { name: 'read.move-offset', text: moveSql, values: [...values, expected.clusterId, expected.next] },
  );
  if (rowCount !== 1) throw new OffsetsMoved(at);
}

/** Says whether a partition has records left, when the reader finds out without a batch. */
export async function noteBehind(database: Database, at: Omit<Partition, 'clusterId'>, behind: boolean): Promise<void> {
  await database.query({
    name: 'read.note-behind',
    text: `UPDATE read.offset SET behind_since = CASE WHEN $4 THEN clock_timestamp() END
      WHERE processor = $1 AND topic = $2 AND partition = $3 AND (behind_since IS NOT NULL) <> $4`,
    values: [processor, at.topic, at.partition, behind],
  });
}
