import type { Database } from '../table.ts';

/** Another rebuild works on the tables beside the live ones. */
export class RebuildUnderWay extends Error {
  readonly code = 'REBUILD_UNDER_WAY';

  constructor() {
    super('Another rebuild of read models, or a verification of them, is under way: wait until it has ended.');
  }
}

/** Holds off other rebuilds until this connection ends: two would build into the same tables. @throws RebuildUnderWay */
export async function beAlone(database: Database): Promise<void> {
  const { rows } = await database.query<{ alone: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended('stepway.rebuild', 0)) AS alone",
  );
  if (rows[0]?.alone !== true) throw new RebuildUnderWay();
}
