import type pg from 'pg';
import { accessColumns, accessOf, type AccessRow } from './access-row.ts';
import type { ChainedAccess } from './access.ts';

/** Where a record stands in the trail as it is read: the newest first. */
export type TrailPlace = Pick<ChainedAccess, 'at' | 'chain' | 'index'>;

export interface TrailQuery {
  /** About any of these. */
  readonly subjectIds?: readonly string[] | undefined;
  readonly actorId?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly outcome?: ChainedAccess['outcome'] | undefined;
  readonly emergencyId?: string | undefined;
  /** From this instant, and before that. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: TrailPlace | undefined;
  readonly limit: number;
}

/** Who looked at whom, the newest first. */
export async function readTrail(pool: pg.Pool, query: TrailQuery): Promise<readonly ChainedAccess[]> {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = [
    query.subjectIds && `subject_ids && ${value(query.subjectIds)}::text[]`,
    query.actorId !== undefined && `actor_id = ${value(query.actorId)}`,
    query.actions && `action = ANY(${value(query.actions)}::text[])`,
    query.outcome && `outcome = ${value(query.outcome)}`,
    query.emergencyId !== undefined && `emergency_id = ${value(query.emergencyId)}`,
    query.from !== undefined && `at >= ${value(query.from)}`,
    query.to !== undefined && `at < ${value(query.to)}`,
    query.after &&
      `(at, chain, index) < (${value(query.after.at)}::timestamptz, ${value(query.after.chain)}::uuid, ${value(query.after.index)}::bigint)`,
  ].filter((condition) => typeof condition === 'string');
  // No name, so that it is planned for these values: one person is in a handful of records, or in most of them.
  const { rows } = await pool.query<AccessRow>({
    text: `SELECT ${accessColumns} FROM audit.access ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
      ORDER BY at DESC, chain DESC, index DESC LIMIT ${value(query.limit)}`,
    values,
  });
  return rows.map(accessOf);
}
