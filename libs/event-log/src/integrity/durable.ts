import type { Pool } from 'pg';
import { available } from '../errors.ts';

/** The server may lose what it acknowledged. */
export class NotDurable extends Error {
  readonly code = 'NotDurable';
  constructor(settings: readonly string[]) {
    super(`PostgreSQL may lose acknowledged events: ${settings.join(', ')} must be on`);
  }
}

const settingsSql = `
SELECT name FROM pg_settings
WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') AND setting IN ('off', 'local')
ORDER BY name`;

/** @throws NotDurable with the settings that are off */
export async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await available(pool.query<{ name: string }>(settingsSql));
  if (rows.length > 0) throw new NotDurable(rows.map(({ name }) => name));
}
