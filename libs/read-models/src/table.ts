import type { ClientBase, Pool } from 'pg';

/** Whatever answers queries: a pool, or one connection inside a transaction. */
export type Database = Pick<Pool | ClientBase, 'query'>;

/** Moments and JSON travel as text, flags as an array literal. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export type ColumnType = 'text' | 'int' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'text[]';

/** A table of the schema `read`. */
export interface Table<R extends Row = Row> {
  readonly name: string;
  readonly key: readonly (keyof R & string)[];
  readonly columns: Readonly<Record<keyof R & string, ColumnType>>;
  /** Rows of an older version never replace those of a newer one. */
  readonly versioned: boolean;
}

/** Sends one, and resolves when it is answered. */
export type Statement = () => Promise<unknown>;

/**
 * Statements of which none needs another's answer: sent together where the connection can (`pipeline`), which spares a
 * round trip for each; else one after the other. Settled when all are answered.
 * @throws the first error
 */
export async function together(database: Database, statements: readonly Statement[]): Promise<void> {
  if (!('pipeline' in database && database.pipeline)) {
    for (const send of statements) await send();
    return;
  }
  // All must have ended before anybody rolls back.
  const outcomes = await Promise.allSettled(statements.map((send) => send()));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** So many rows go with one statement at most. */
const chunk = 2_000;

/**
 * Writes rows with one statement: new ones are added, known ones replaced.
 * @param rows no two with the same key
 * @param name of the table written to; default the table's own (a rebuild writes beside it)
 */
export async function upsert(database: Database, table: Table, rows: readonly Row[], name = table.name): Promise<void> {
  // Sorted, so that two writers lock rows in the same order.
  const sorted = rows.toSorted((a, b) => compareKeys(table, a, b));
  const columns = Object.keys(table.columns);
  const statement = { name: `read.upsert.${name}`, text: upsertSql(table, name) };
  const parts = Array.from({ length: Math.ceil(sorted.length / chunk) }, (_, part) => {
    const own = sorted.slice(part * chunk, (part + 1) * chunk);
    return columns.map((column) => own.map((row) => row[column] ?? null));
  });
  await together(
    database,
    parts.map((values) => () => database.query({ ...statement, values })),
  );
}

function upsertSql({ columns, key, versioned }: Table, name: string): string {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${arrayOf(type)}`);
  const selected = Object.entries(columns).map(([column, type]) =>
    type === 'text[]' ? `r.${column}::text[]` : `r.${column}`,
  );
  const others = names.filter((column) => !key.includes(column));
  const replaced = others.map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO read.${name} AS t (${names.join(', ')})
SELECT ${selected.join(', ')} FROM unnest(${arrays.join(', ')}) AS r(${names.join(', ')})
ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${replaced.join(', ')}${versioned ? ' WHERE t.version < excluded.version' : ''}`;
}

/** Deletes rows by their key: of a journey that no longer has them. */
export async function remove(database: Database, table: Table, rows: readonly Row[], name = table.name): Promise<void> {
  const { key, columns } = table;
  const arrays = key.map((column, index) => `$${index + 1}::${columns[column] ?? 'text'}[]`);
  await database.query({
    text: `DELETE FROM read.${name} WHERE (${key.join(', ')}) IN (SELECT * FROM unnest(${arrays.join(', ')}))`,
    values: key.map((column) => rows.map((row) => row[column] ?? null)),
  });
}

/** An array of arrays would have to be a rectangle: flags go as literals. */
const arrayOf = (type: ColumnType): string => (type === 'text[]' ? 'text[]' : `${type}[]`);

function compareKeys({ key }: Table, a: Row, b: Row): number {
  for (const column of key) {
    const [one, other] = [a[column] ?? '', b[column] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** An array literal of codes, which need no quoting. */
export const codes = (list: readonly string[]): string => `{${list.join(',')}}`;
