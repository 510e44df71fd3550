const columns = `e.emergency_id, e.episode_id, e.patient_id, e.actor_id, e.actor_role, e.kind, e.at, e.until`;
/** A session is named here by what opens nothing. */
const sessionOf = (hash: string): string => `(SELECT s.session_id FROM identity.session s WHERE s.id_hash = ${hash})`;

export const beginSql = `
INSERT INTO audit.emergency (emergency_id, episode_id, patient_id, actor_id, actor_role, session_id, kind, reason, at,
  until)
VALUES ($1, $2, $3, $4, $5, ${sessionOf('$6::bytea')}, $7, $8, $9, $10)`;

export const openSql = `
SELECT ${columns} FROM audit.emergency e
WHERE e.actor_id = $1 AND e.until > $3 AND e.session_id IS NOT DISTINCT FROM ${sessionOf('$2::bytea')}
  AND NOT EXISTS (SELECT FROM audit.emergency_end n WHERE n.emergency_id = e.emergency_id)
ORDER BY e.at`;

const known = `
SELECT ${columns}, e.reason, n.at AS ended_at, r.at AS reviewed_at, r.by AS reviewed_by, r.finding, r.note
FROM audit.emergency e LEFT JOIN audit.emergency_end n USING (emergency_id)
  LEFT JOIN audit.emergency_review r USING (emergency_id)`;

export const knownSql = `${known} WHERE e.emergency_id = $1`;

export const listSql = `${known}
WHERE (r.emergency_id IS NULL) = $1 AND ($2::timestamptz IS NULL OR (e.at, e.emergency_id) < ($2, $3::uuid))
ORDER BY e.at DESC, e.emergency_id DESC LIMIT $4`;

/** With it ends whatever else the same person has open of the same journey: two that were begun in one moment are one. */
export const endSql = `
INSERT INTO audit.emergency_end (emergency_id, at, by)
SELECT other.emergency_id, $2, $3 FROM audit.emergency e JOIN audit.emergency other USING (actor_id, episode_id)
WHERE e.emergency_id = $1 AND (other.emergency_id = $1 OR other.until > $2)
ON CONFLICT DO NOTHING`;

export const endOfSessionSql = `
WITH ended AS (
  INSERT INTO audit.emergency_end (emergency_id, at, by)
  SELECT e.emergency_id, $2, $3 FROM audit.emergency e
  WHERE e.session_id = ${sessionOf('$1::bytea')} AND e.until > $2
  ON CONFLICT DO NOTHING RETURNING emergency_id
)
SELECT ${columns} FROM audit.emergency e JOIN ended USING (emergency_id) ORDER BY e.at, e.emergency_id`;

export const reviewSql = `
INSERT INTO audit.emergency_review (emergency_id, at, by, finding, note) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING`;
