import { readModels, type Projection, type ReadModelName } from '../models.ts';
import type { Database, Table } from '../table.ts';

/** A read model that does not yet hold what the whole log says: it came with an upgrade. */
export interface Filling {
  readonly model: ReadModelName;
  readonly tables: readonly string[];
  /** Journeys that are in it, of so many in the log; both 0 before it begins. */
  readonly journeys: number;
  readonly of: number;
  /** When it last came on; null before it begins. */
  readonly movedAt: string | null;
  /** The code of what keeps it from being filled; tried again until it goes. */
  readonly trouble: string | null;
}

interface CoverageRow {
  readonly name: string;
  readonly folded: number;
  readonly to_fold: number;
  readonly moved_at: Date | null;
  readonly trouble: string | null;
}

// A table that no migration has spoken of is not whole either: it would be answered from as if nobody were there.
const notWholeSql = `
SELECT t.name, coalesce(c.folded, 0) AS folded, coalesce(c.to_fold, 0) AS to_fold, c.moved_at, c.trouble
FROM unnest($1::text[]) AS t(name) LEFT JOIN read.coverage c USING (name) WHERE c.whole_since IS NULL`;

const tablesOf = (model: ReadModelName): readonly string[] =>
  readModels[model].map(({ table }: Projection) => table.name);
const names = Object.keys(readModels).filter((name): name is ReadModelName => name in readModels);

/** The read models of this build that are not whole yet; almost always none. */
export async function readFilling(database: Database): Promise<readonly Filling[]> {
  const { rows } = await database.query<CoverageRow>({
    name: 'read.not-whole',
    text: notWholeSql,
    values: [names.flatMap(tablesOf)],
  });
  return names.flatMap((model) => {
    const tables = tablesOf(model);
    const [row] = rows.filter(({ name }) => tables.includes(name));
    if (row === undefined) return [];
    const { folded: journeys, to_fold: of, moved_at: movedAt, trouble } = row;
    return [{ model, tables, journeys, of, movedAt: movedAt?.toISOString() ?? null, trouble }];
  });
}

/** Says how far the filling of some tables has come, or what keeps it. */
export async function noteFilling(
  database: Database,
  tables: readonly string[],
  { journeys, of, trouble }: { readonly journeys: number; readonly of: number; readonly trouble: string | null },
): Promise<void> {
  await database.query(
    `UPDATE read.coverage SET folded = $2, to_fold = $3, trouble = $4, moved_at = clock_timestamp()
     WHERE name = ANY($1) AND whole_since IS NULL`,
    [tables, journeys, of, trouble],
  );
}

/** In the transaction that puts the tables in place. */
export async function markWhole(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query(
    `UPDATE read.coverage SET whole_since = coalesce(whole_since, clock_timestamp()), trouble = NULL
     WHERE name = ANY($1)`,
    [tables.map(({ name }) => name)],
  );
}
