import type pg from 'pg';

export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly clusterId: string;
  /** The offset to read next. */
  readonly next: bigint;
}

/** How far topics were read. A message read again is known to the inbox: a place that is behind costs only time. */
export interface Places {
  of(topic: string): Promise<readonly Place[]>;
  move(place: Place): Promise<void>;
}

const ofSql = `SELECT topic, partition, cluster_id AS "clusterId", next FROM inbox.place WHERE topic = $1`;
const moveSql = `
INSERT INTO inbox.place (topic, partition, cluster_id, next) VALUES ($1, $2, $3, $4)
ON CONFLICT (topic, partition) DO UPDATE SET cluster_id = $3, next = $4`;

export function createPlaces(pool: pg.Pool): Places {
  return {
    of: async (topic) => {
      const query = { name: 'inbox.places', text: ofSql, values: [topic] };
      const { rows } = await pool.query<Omit<Place, 'next'> & { next: string }>(query);
      return rows.map((row) => ({ ...row, next: BigInt(row.next) }));
    },
    move: async ({ topic, partition, clusterId, next }) => {
      await pool.query({ name: 'inbox.move', text: moveSql, values: [topic, partition, clusterId, String(next)] });
    },
  };
}
