import type pg from 'pg';

/** How long what came from outside is kept, in days. */
export interface Keeping {
  /** A message that waits for a person. */
  readonly quarantineDays: number;
  /** That a message was taken or dismissed, by which it is known when it comes again. */
  readonly knownDays: number;
}

export interface Forgotten {
  /** Messages whose words were erased: nobody decided in time. */
  readonly undecided: number;
  /** Messages that are not known any more. */
  readonly unknown: number;
}

/** Erases what is kept no longer, a few at a time, so that nothing else waits for it. */
export type Forget = (keeping: Keeping) => Promise<Forgotten>;

const atOnce = 1_000;

const undecidedSql = `
UPDATE inbox.message SET state = 'dismissed', reason = 'nobody-decided', body = NULL, correction = NULL, root_kid = NULL,
  settled_by = 'stepway', settled_at = clock_timestamp()
WHERE seq IN (
  SELECT seq FROM inbox.message WHERE state = 'quarantined' AND received_at < clock_timestamp() - $1 * interval '1 day'
  ORDER BY seq LIMIT $2 FOR UPDATE SKIP LOCKED
)`;
const unknownSql = `
DELETE FROM inbox.message WHERE seq IN (
  SELECT seq FROM inbox.message
  WHERE state IN ('taken', 'dismissed') AND settled_at < clock_timestamp() - $1 * interval '1 day'
  ORDER BY settled_at LIMIT $2 FOR UPDATE SKIP LOCKED
)`;

export function createForget(pool: pg.Pool): Forget {
  const all = async (name: string, text: string, days: number): Promise<number> => {
    for (let sum = 0; ;) {
      const { rowCount } = await pool.query({ name, text, values: [days, atOnce] });
      sum += rowCount ?? 0;
      if ((rowCount ?? 0) < atOnce) return sum;
    }
  };
  return async ({ quarantineDays, knownDays }) => ({
    undecided: await all('inbox.undecided', undecidedSql, quarantineDays),
    unknown: await all('inbox.unknown', unknownSql, knownDays),
  });
}
