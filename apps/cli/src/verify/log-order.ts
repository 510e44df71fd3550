import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** I2: versions of a journey are 1..n, and nothing in its chain was changed. */
export async function versionsAndChains({ log }: Stack): Promise<Finding> {
  const { events, breaches } = await log.verify();
  const named = breaches.map(
    ({ episodeId, version, kind, detail }) => `${episodeId} at ${version}: ${kind} (${detail})`,
  );
  return finding('I2', 'Versions without holes, hash chains unbroken', events, named);
}

interface Disorder {
  readonly placed: string;
  readonly gaps: string;
  readonly disorder: string;
  readonly behind: string;
  readonly empty: string;
}

// Positions are dense, rise with the order of the log, and each holds an event (what was taken out whole leaves no other
// trace in the log); no event stands behind the last position without one.
const sql = `
WITH placed AS (
  SELECT position, lag(position) OVER w AS before,
    ROW(epoch, transaction_id, seq) < lag(ROW(epoch, transaction_id, seq)) OVER w AS falls
  FROM log.position WINDOW w AS (ORDER BY position)),
last AS (SELECT epoch, transaction_id, seq FROM log.position ORDER BY position DESC LIMIT 1)
SELECT (SELECT count(*) FROM placed) AS placed,
  (SELECT count(*) FROM placed WHERE position <> coalesce(before, 0) + 1) AS gaps,
  (SELECT count(*) FROM placed WHERE falls) AS disorder,
  (SELECT count(*) FROM log.event e, last WHERE (e.epoch, e.transaction_id, e.seq) <= (last.epoch, last.transaction_id, last.seq)
    AND NOT EXISTS (SELECT FROM log.position p WHERE (p.epoch, p.transaction_id, p.seq) = (e.epoch, e.transaction_id, e.seq))) AS behind,
  (SELECT count(*) FROM log.position p WHERE NOT EXISTS (SELECT FROM log.event e
    WHERE (e.epoch, e.transaction_id, e.seq) = (p.epoch, p.transaction_id, p.seq))) AS empty`;

/** I3: no event appears behind a position already read. */
export async function nothingBehind({ pool }: Stack): Promise<Finding> {
  const { rows } = await pool.query<Disorder>(sql);
  const [row] = rows;
  if (row === undefined) throw new Error('The question for positions gave no row');
  const breaches = [
    ...(row.gaps === '0' ? [] : [`${row.gaps} gaps in the positions`]),
    ...(row.disorder === '0' ? [] : [`${row.disorder} positions against the order of the log`]),
    ...(row.empty === '0' ? [] : [`${row.empty} positions whose event is gone`]),
    ...(row.behind === '0' ? [] : [`${row.behind} events behind the last position`]),
  ];
  return finding('I3', 'Nothing appears behind a position already read', Number(row.placed), breaches);
}
