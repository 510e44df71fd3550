/** Any number; the same for all who write or swap the tables of `read`. */
const lockKey = 7_243_004;

/** Held by every projection until its transaction ends. */
export const shareTables = `SELECT pg_advisory_xact_lock_shared(${lockKey})`;

/** Waits for projections under way and lets no other begin, until the transaction ends. */
export const holdTables = `SELECT pg_advisory_xact_lock(${lockKey})`;
