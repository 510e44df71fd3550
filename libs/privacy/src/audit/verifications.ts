import type pg from 'pg';
import type { TrailPlace } from './read-trail.ts';
import type { AuditVerification } from './verify-trail.ts';

/** What was found of the trail, and when it was looked at. */
export interface PastVerification extends AuditVerification {
  /** Instant before the first record was read: what came later was not looked at. */
  readonly at: string;
}

export async function keepVerification(
  pool: pg.Pool,
  { at, records, chains, breaches }: PastVerification,
): Promise<void> {
  await pool.query({
    name: 'audit.keep-verification',
    text: 'INSERT INTO audit.verification (at, records, chains, breaches) VALUES ($1, $2, $3, $4)',
    values: [at, records, chains, JSON.stringify(breaches)],
  });
}

/** Undefined if nobody has verified the trail yet. */
export async function lastVerification(pool: pg.Pool): Promise<PastVerification | undefined> {
  const { rows } = await pool.query<{
    at: Date;
    records: string;
    chains: string;
    breaches: PastVerification['breaches'];
  }>({
    name: 'audit.last-verification',
    text: 'SELECT at, records, chains, breaches FROM audit.verification ORDER BY at DESC LIMIT 1',
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { at, records, chains, breaches } = row;
  return { at: at.toISOString(), records: Number(records), chains: Number(chains), breaches };
}

/** Whether a record was found as it was written; undefined if it came after the last look. */
export function isIntact({ at, chain, index }: TrailPlace, last: PastVerification | undefined): boolean | undefined {
  if (last === undefined) return undefined;
  const breach = last.breaches.find((one) => one.chain === chain);
  // After a breach nothing of the chain is proved any more.
  if (breach !== undefined && index >= breach.index) return false;
  return at < last.at ? true : undefined;
}
