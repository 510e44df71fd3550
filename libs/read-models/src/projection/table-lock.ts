import type { Database } from '../table.ts';

/** Any number; the same for all who write or swap the tables of `read`. */
const lockKey = 7_243_004;

/** Held by every projection until its transaction ends. */
export async function shareTables(database: Database): Promise<void> {
  await database.query({ name: 'read.share', text: 'SELECT pg_advisory_xact_lock_shared($1)', values: [lockKey] });
}

/** Waits for projections under way and lets no other begin, until the transaction ends. */
export async function holdTables(database: Database): Promise<void> {
  await database.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
}
