import type { Database } from '../table.ts';

/** What was found out last about one thing. */
export interface KeptReport {
  readonly at: string;
  readonly body: unknown;
}

/** `verify`, `rebuild`, or the replay of one version. */
export type ReportAbout = 'verify' | 'rebuild' | `replay ${string} ${number}`;

/** Keeps it in the place of the one before. */
export async function keepReport(database: Database, about: ReportAbout, body: unknown): Promise<void> {
  await database.query(
    `INSERT INTO read.report (about, body) VALUES ($1, $2)
     ON CONFLICT (about) DO UPDATE SET body = excluded.body, at = clock_timestamp()`,
    [about, JSON.stringify(body)],
  );
}

export async function readReport(database: Database, about: ReportAbout): Promise<KeptReport | undefined> {
  const { rows } = await database.query<{ at: Date; body: unknown }>(
    'SELECT at, body FROM read.report WHERE about = $1',
    [about],
  );
  const [row] = rows;
  return row && { at: row.at.toISOString(), body: row.body };
}
