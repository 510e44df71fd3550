import type { StreamAppend } from '@stepway/event-log';
import type pg from 'pg';
import { groups } from './groups.ts';

const columns = [
  ...['episode_id', 'version', 'event_id', 'command_id', 'index', 'command_hash', 'type', 'schema_version'],
  ...['data', 'metadata', 'hash', 'occurred_at', 'recorded_at'],
];

/** The rows of these appends by bare multi-row INSERTs; their hashes are ready-made, and no stream moves. */
export async function insertRaw(
  pool: pg.Pool,
  appends: readonly StreamAppend[],
  { rawRows, rawConnections }: { readonly rawRows: number; readonly rawConnections: number },
): Promise<void> {
  const rows = appends.flatMap(({ episodeId, rows: events }) =>
    events.map((event) => [
      ...[episodeId, event.version, event.eventId, event.commandId, event.index, event.commandHash, event.type],
      ...[event.schemaVersion, event.data, event.metadata, event.hash, event.occurredAt, event.recordedAt],
    ]),
  );
  const queue = groups(rows, rawRows);
  const connection = async (): Promise<void> => {
    for (const group of queue) {
      const places = group.map((row, n) => `(${row.map((_, m) => `$${n * row.length + m + 1}`).join()})`);
      const text = `INSERT INTO log.event (${columns.join()}) VALUES ${places.join()}`;
      await pool.query({ name: `raw-${group.length}`, text, values: group.flat() });
    }
  };
  await Promise.all(Array.from({ length: rawConnections }, connection));
}
