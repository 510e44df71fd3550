import { projections, readModels, type Projection, type ReadModelName } from '../models.ts';
import { shapeOf } from '../shapes.ts';
import type { Database, Table } from '../table.ts';

/**
 * A read model that does not hold what the whole log says, in the rows of this build: an upgrade brought it, or changed
 * what its rows look like.
 */
export interface Filling {
  readonly model: ReadModelName;
  readonly tables: readonly string[];
  /** All journeys are in it, in rows of another build: who and where they are, is told by those too. */
  readonly otherShape: boolean;
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
  readonly is_there: boolean;
}

// A table that no migration has spoken of is not whole either: it would be answered from as if nobody were there.
const notWholeSql = `
SELECT t.name, coalesce(c.folded, 0) AS folded, coalesce(c.to_fold, 0) AS to_fold, c.moved_at, c.trouble,
  c.whole_since IS NOT NULL AS is_there
FROM unnest($1::text[], $2::text[]) AS t(name, shape) LEFT JOIN read.coverage c USING (name)
WHERE c.whole_since IS NULL OR c.shape <> t.shape`;

const everyTable = projections.map(({ table }) => table);
const tablesOf = (model: ReadModelName): readonly string[] =>
  readModels[model].map(({ table }: Projection) => table.name);
const names = Object.keys(readModels).filter((name): name is ReadModelName => name in readModels);

/** The read models of this build that are not whole yet; almost always none. */
export async function readFilling(database: Database): Promise<readonly Filling[]> {
  const { rows } = await database.query<CoverageRow>({
    name: 'read.not-whole',
    text: notWholeSql,
    values: [everyTable.map(({ name }) => name), everyTable.map(shapeOf)],
  });
  return names.flatMap((model) => {
    const tables = tablesOf(model);
    const own = rows.filter(({ name }) => tables.includes(name));
    const [row] = own;
    if (row === undefined) return [];
    const otherShape = own.every((one) => one.is_there);
    const { folded: journeys, to_fold: of, moved_at: movedAt, trouble } = row;
    return [{ model, tables, otherShape, journeys, of, movedAt: movedAt?.toISOString() ?? null, trouble }];
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
     WHERE name = ANY($1) AND (whole_since IS NULL OR shape = '')`,
    [tables, journeys, of, trouble],
  );
}

/** Rows of another build are to be built again: whoever does not know this build's shapes sees it, too. */
export async function markOtherShapes(database: Database): Promise<void> {
  await database.query(
    `UPDATE read.coverage c SET shape = '', folded = 0, to_fold = 0, moved_at = NULL, trouble = NULL
     FROM unnest($1::text[], $2::text[]) AS t(name, shape) WHERE c.name = t.name AND c.shape NOT IN ('', t.shape)`,
    [everyTable.map(({ name }) => name), everyTable.map(shapeOf)],
  );
}

/**
 * Whoever writes the first rows of a table says what they look like: in the transaction that writes them. (Of one that
 * is being filled it is said when that has been done.)
 */
export async function sayFirstShapes(database: Database): Promise<void> {
  await database.query(
    `UPDATE read.coverage c SET shape = t.shape
     FROM unnest($1::text[], $2::text[]) AS t(name, shape) WHERE c.name = t.name AND c.shape IS NULL
       AND c.whole_since IS NOT NULL`,
    [everyTable.map(({ name }) => name), everyTable.map(shapeOf)],
  );
}

/** In the transaction that puts the tables in place. */
export async function markWhole(database: Database, tables: readonly Table[]): Promise<void> {
  await database.query(
    `UPDATE read.coverage c SET whole_since = coalesce(whole_since, clock_timestamp()), shape = t.shape, trouble = NULL
     FROM unnest($1::text[], $2::text[]) AS t(name, shape) WHERE c.name = t.name`,
    [tables.map(({ name }) => name), tables.map(shapeOf)],
  );
}
