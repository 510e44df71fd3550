import { readModels } from '@stepway/read-models';
import type pg from 'pg';

interface ModelTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}
const tables: readonly ModelTable[] = Object.values(readModels)
  .flat()
  .map(({ table }) => table);

/** Moments lie a few minutes apart from copy to copy, so that an order is an order. */
const apart = (column: string): string => `t.${column} + k * interval '7 minutes'`;

function copied(table: ModelTable, column: string, type: string): string {
  if (column === 'episode_id' || column === 'patient_id') return `md5(t.${column} || '.' || k)::uuid::text`;
  if (type === 'timestamptz') return apart(column);
  if (type === 'jsonb' && 'patient_id' in table.columns)
    return `replace(replace(t.${column}::text, t.episode_id, md5(t.episode_id || '.' || k)::uuid::text),
      t.patient_id, md5(t.patient_id || '.' || k)::uuid::text)::jsonb`;
  if (type === 'jsonb')
    return `replace(t.${column}::text, t.episode_id, md5(t.episode_id || '.' || k)::uuid::text)::jsonb`;
  if (type === 'text' && table.key.includes(column) && !table.key.includes('episode_id'))
    return `t.${column} || '-' || k`;
  return `t.${column}`;
}

/**
 * Adds `copies` likenesses of every projected journey under other ids to every read model, and lets the planner know.
 * What is asked of one journey does not depend on whose likeness it is; what is asked of all of them does on their number.
 */
export async function multiply(pool: pg.Pool, copies: number, say: (what: string) => void): Promise<void> {
  for (const table of tables) {
    const columns = Object.entries(table.columns);
    const { rowCount } = await pool.query(
      `INSERT INTO read.${table.name} (${columns.map(([column]) => column).join(', ')})
       SELECT ${columns.map(([column, type]) => copied(table, column, type)).join(', ')}
       FROM read.${table.name} t CROSS JOIN generate_series(1, ${copies}) k`,
    );
    say(`${rowCount ?? 0} rows in read.${table.name}`);
  }
  await pool.query('VACUUM (ANALYZE)');
}
