import type { Database } from '../table.ts';
import type { Partition } from './offsets.ts';
import type { Incoming } from './records.ts';

/** Keeps of records whose journeys are parked where they stand, never what they say. */
export async function bury(database: Database, at: Partition, records: readonly Incoming[]): Promise<void> {
  if (records.length === 0) return;
  const letters = records.map(letterOf);
  await database.query(
    `INSERT INTO read.dead_letter (topic, partition, cluster_id, "offset", episode_id, event_id, version)
     SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::text[], $6::text[], $7::bigint[]) ON CONFLICT DO NOTHING`,
    [
      at.topic,
      at.partition,
      at.clusterId,
      letters.map(({ offset }) => offset),
      letters.map(({ episodeId }) => episodeId),
      letters.map(({ eventId }) => eventId),
      letters.map(({ version }) => version),
    ],
  );
}

function letterOf({ episodeId, offset, content }: Incoming) {
  if ('unreadable' in content) return { episodeId, offset, ...content.unreadable };
  return { episodeId, offset, eventId: content.event.id, version: content.event.version };
}
