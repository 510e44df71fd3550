import type { Projection } from '../models.ts';
import { remove, together, upsert, type Database, type Row, type Statement } from '../table.ts';
import { codeOf, poisonOf, type Poison } from './parked.ts';
import type { Plan, PlannedRows } from './plan.ts';

export interface Written {
  readonly written: readonly PlannedRows[];
  /** Journeys whose rows the database cannot hold. */
  readonly refused: readonly Poison[];
}

/** Writes between `before` and what comes `after`, by what was written. */
export type Write = (
  database: Database,
  plans: readonly Plan[],
  before: readonly Statement[],
  after: (written: Written) => readonly Statement[],
) => Promise<Written>;

/** One statement for each table that has rows, whatever the number of journeys; all of it in one flight. */
export const writeTogether: Write = async (database, plans, before, after) => {
  const written = { written: plans.flatMap(({ planned }) => planned ?? []), refused: [] };
  await together(database, [...before, ...rowsOf(database, written.written), ...after(written)]);
  return written;
};

/** After the database refused a value: finds whose it was, so that the neighbours flow on. */
export const writeOneByOne: Write = async (database, plans, before, after) => {
  await together(database, before);
  const written: PlannedRows[] = [];
  const refused: Poison[] = [];
  for (const { planned } of plans) {
    if (planned === undefined) continue;
    await database.query('SAVEPOINT journey');
    try {
      await writeRows(database, [planned]);
      written.push(planned);
    } catch (error) {
      if (!isBadData(error)) throw error;
      await database.query('ROLLBACK TO SAVEPOINT journey');
      const { after, before } = planned.change;
      refused.push(poisonOf(after.episodeId, before.version + 1, error));
    }
    await database.query('RELEASE SAVEPOINT journey');
  }
  await together(database, after({ written, refused }));
  return { written, refused };
};

/** @param tableName where a table's rows go; default the table itself */
export const writeRows = (
  database: Database,
  planned: readonly PlannedRows[],
  tableName?: (name: string) => string,
): Promise<void> => together(database, rowsOf(database, planned, tableName));

function rowsOf(
  database: Database,
  planned: readonly PlannedRows[],
  tableName = (name: string): string => name,
): readonly Statement[] {
  const byTable = new Map<Projection['table'], Row[]>();
  for (const { rows } of planned)
    for (const [{ table }, own] of rows) {
      const all = byTable.get(table) ?? [];
      byTable.set(table, all);
      all.push(...own);
    }
  const gone = planned.flatMap((one) => one.gone);
  return [
    ...[...byTable].map(
      ([table, rows]) =>
        () =>
          upsert(database, table, rows, tableName(table.name)),
    ),
    ...gone.map(
      ([table, rows]) =>
        () =>
          remove(database, table, rows, tableName(table.name)),
    ),
  ];
}

/** The database cannot hold a value (SQLSTATE 21, 22, 23, 54): trying again would not help. */
export const isBadData = (error: unknown): boolean => /^(21|22|23|54)/.test(codeOf(error) ?? '');
