import type { Table, Database } from '../table.ts';

/** A table being built anew, beside the live one. */
export const besideName = (name: string): string => `${name}_beside`;

const namesOf = (tables: readonly Table[]): readonly string[] => tables.map(({ name }) => name);

/** Empty tables of the same shape. A rebuild that died left its own: they go. */
export async function openBeside(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query('SELECT read.open_beside($1)', [namesOf(tables)]);
}

/** Takes out what was made of these journeys: made anew, they would keep rows that they no longer have. */
export async function emptyBesideOf(
  database: Database,
  tables: readonly Table[],
  episodeIds: readonly string[],
): Promise<void> {
  if (episodeIds.length === 0) return;
  for (const { name } of tables)
    await database.query(`DELETE FROM read.${besideName(name)} WHERE episode_id = ANY ($1)`, [episodeIds]);
}

/** Lets the planner know what is in them: they would else be asked without that, until the server's own round. */
export async function measureBeside(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query(`ANALYZE ${tables.map(({ name }) => `read.${besideName(name)}`).join(', ')}`);
}

/** The new tables take the places of the live ones, which stay as `<name>_before` until the next time. */
export async function swapBeside(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query('SELECT read.swap_beside($1)', [namesOf(tables)]);
}

export async function dropBeside(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query('SELECT read.drop_beside($1)', [namesOf(tables)]);
}
