import type { QueryConfig } from 'pg';
import { appendOneStatement, plainAppend } from './append-one-statement.ts';
import type { StreamAppend } from './prepare.ts';

// One statement, one round trip, its own transaction, and the transaction's first write: so its transaction id is
// larger than that of every event it follows. `won` are the journeys that stood where the writer expected them.
const compareAndSet = `
WITH asked AS (
  SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bytea[], $5::boolean[], $6::boolean[])
    AS a(episode_id, expected, version, head_hash, attention, over)
), opened AS (
  INSERT INTO log.stream (episode_id, version, head_hash, attention, over)
  SELECT episode_id, version, head_hash, CASE WHEN attention THEN clock_timestamp() END, over
  FROM asked WHERE expected = 0 ORDER BY episode_id
  ON CONFLICT DO NOTHING RETURNING episode_id
), moved AS (
  UPDATE log.stream s SET version = a.version, head_hash = a.head_hash, over = a.over,
    attention = CASE WHEN a.attention THEN coalesce(s.attention, clock_timestamp())
      WHEN NOT a.attention THEN NULL ELSE s.attention END
  FROM asked a WHERE a.expected > 0 AND s.episode_id = a.episode_id AND s.version = a.expected
  RETURNING s.episode_id
), won AS (TABLE opened UNION ALL TABLE moved)`;

const insertEvents = (when: string): string => `, written AS (
  INSERT INTO log.event (episode_id, version, event_id, command_id, index, command_hash, type, schema_version,
    data, metadata, hash, occurred_at, recorded_at)
  SELECT e.episode_id, e.version, e.event_id, e.command_id, e.index, e.command_hash, e.type, e.schema_version,
    e.data, e.metadata, e.hash, e.occurred_at, e.recorded_at
  FROM ROWS FROM (
    unnest($7::text[], $8::bigint[], $9::uuid[], $10::text[], $11::int[], $12::bytea[], $13::text[], $14::int[],
      $15::bytea[], $16::timestamptz[], $17::timestamptz[]),
    jsonb_array_elements($18::jsonb), jsonb_array_elements($19::jsonb)
  ) WITH ORDINALITY AS e(episode_id, version, event_id, command_id, index, command_hash, type, schema_version,
    hash, occurred_at, recorded_at, data, metadata, place)
  JOIN won USING (episode_id)${when}
  ORDER BY e.place
)
SELECT episode_id FROM won`;

const appendSql = compareAndSet + insertEvents('');

// A claim held by its own owner is touched and so counted as held; one of another owner is not, and ends it all.
const appendWithClaimsSql = `${compareAndSet}, wanted AS (
  SELECT c.kind, c.key, c.owner FROM unnest($20::text[], $21::text[], $22::text[], $23::text[])
    AS c(episode_id, kind, key, owner) JOIN won USING (episode_id)
), held AS (
  INSERT INTO log.claim (kind, key, owner) SELECT kind, key, owner FROM wanted ORDER BY kind, key
  ON CONFLICT (kind, key) DO UPDATE SET owner = claim.owner WHERE claim.owner = excluded.owner RETURNING 1
), released AS (
  DELETE FROM log.claim c USING unnest($24::text[], $25::text[], $26::text[], $27::text[])
    AS r(episode_id, kind, key, owner) JOIN won USING (episode_id)
  WHERE c.kind = r.kind AND c.key = r.key AND c.owner = r.owner
)${insertEvents(' WHERE log.all_held((SELECT count(*) FROM wanted), (SELECT count(*) FROM held))')}`;

/**
 * The one statement that appends: to several journeys at once, each journey at most once, sorted by journey so that
 * two statements never wait for each other in a circle. Its rows name the journeys that were appended to.
 */
export function appendStatement(appends: readonly StreamAppend[]): QueryConfig {
  const plain = plainAppend(appends);
  if (plain !== undefined) return appendOneStatement(plain);
  const streams = appends.toSorted((a, b) => (a.episodeId < b.episodeId ? -1 : 1));
  const events = streams.flatMap(({ episodeId, rows }) => rows.map((row) => ({ episodeId, ...row })));
  const values: unknown[] = [
    streams.map((stream) => stream.episodeId),
    streams.map((stream) => stream.expected.version),
    streams.map((stream) => stream.head.version),
    streams.map((stream) => stream.head.hash),
    streams.map((stream) => (stream.attention === undefined ? null : stream.attention === 'set')),
    streams.map((stream) => stream.over),
    events.map((event) => event.episodeId),
    events.map((event) => event.version),
    events.map((event) => event.eventId),
    events.map((event) => event.commandId),
    events.map((event) => event.index),
    events.map((event) => event.commandHash),
    events.map((event) => event.type),
    events.map((event) => event.schemaVersion),
    events.map((event) => event.hash),
    events.map((event) => event.occurredAt),
    events.map((event) => event.recordedAt),
    // As one JSON text each: no quoting of quotes, which cost more than all the rest.
    `[${events.map((event) => event.data).join()}]`,
    `[${events.map((event) => event.metadata).join()}]`,
  ];
  if (!streams.some(({ claims, releases }) => claims.length + releases.length > 0))
    return { name: 'log.append', text: appendSql, values };
  values.push(...claimColumns(streams, 'claims'), ...claimColumns(streams, 'releases'));
  return { name: 'log.append-with-claims', text: appendWithClaimsSql, values };
}

function claimColumns(streams: readonly StreamAppend[], of: 'claims' | 'releases'): unknown[] {
  const claims = streams.flatMap((stream) => stream[of].map((claim) => ({ episodeId: stream.episodeId, ...claim })));
  return [
    claims.map((claim) => claim.episodeId),
    claims.map((claim) => claim.kind),
    claims.map((claim) => claim.key),
    claims.map((claim) => claim.owner),
  ];
}
