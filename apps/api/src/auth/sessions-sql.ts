/**
 * A session that still holds. One of the directory holds as long as the person is there, active, and has the role: a
 * change of the directory is a change of who is signed in. `$idle` is the parameter with the minutes of rest.
 */
const open = (idle: string): string => `
FROM identity.session s LEFT JOIN directory.staff d ON d.staff_id = s.actor_id
WHERE s.ended_at IS NULL AND s.expires_at > clock_timestamp()
  AND s.seen_at > clock_timestamp() - ${idle} * interval '1 minute'
  AND d.active IS NOT FALSE AND (s.origin <> 'directory' OR s.role = ANY(d.roles))`;

/** What the provider's claims said stands in the session; otherwise the directory has the word, where it knows the person. */
const scope = (column: 'sites' | 'programmes'): string =>
  `CASE WHEN s.origin = 'claims' OR d.staff_id IS NULL THEN s.${column} ELSE d.${column} END AS ${column}`;

export const findSql = `
SELECT s.actor_id, s.role, coalesce(d.name, s.name) AS name, ${scope('sites')}, ${scope('programmes')}, s.expires_at,
  s.seen_at ${open('$2')} AND s.id_hash = $1`;

/** In an order that nothing moves: what is done meanwhile in a session, or its end, takes nobody off the next page. */
export const listSql = `
SELECT s.session_id, s.actor_id, s.role, coalesce(d.name, s.name) AS name,
  CASE s.origin WHEN 'link' THEN 'link' ELSE 'provider' END AS origin, s.created_at, s.seen_at, s.expires_at,
  s.id_hash IS NOT DISTINCT FROM $2::bytea AS own ${open('$1')}
  AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', s.created_at), s.session_id) < ($3::timestamptz, $4::uuid))
ORDER BY date_trunc('milliseconds', s.created_at) DESC, s.session_id DESC LIMIT $5`;

export const redeemSql = `
WITH code AS (
  UPDATE identity.sign_in_code SET used_at = clock_timestamp()
  WHERE code_hash = $3 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING actor_id, role
)
INSERT INTO identity.session (id_hash, actor_id, role, expires_at)
SELECT $1, actor_id, role, clock_timestamp() + $2 * interval '1 hour' FROM code RETURNING actor_id`;

export const openSql = `
INSERT INTO identity.session (id_hash, expires_at, actor_id, role, origin, name, sites, programmes)
VALUES ($1, clock_timestamp() + $2 * interval '1 hour', $3, $4, $5, $6, $7, $8) RETURNING actor_id`;

export const seenSql = `
UPDATE identity.session SET seen_at = greatest(seen_at, clock_timestamp() - $2 * interval '1 millisecond')
WHERE id_hash = $1`;

const ended = 'UPDATE identity.session SET ended_at = clock_timestamp(), ended_by = $2 WHERE ended_at IS NULL AND';
export const endSql = `${ended} id_hash = $1`;
export const endOneSql = `${ended} session_id = $1 RETURNING id_hash`;
export const endAllSql = `${ended} actor_id = $1 RETURNING id_hash`;
