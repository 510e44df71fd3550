import type { Pool } from 'pg';
import { readFilling, type Filling } from './coverage.ts';

/** What was asked cannot be answered yet: a table that it needs is being filled from the log. Asking again later is right. */
export class BeingFilled extends Error {
  readonly code = 'BEING_FILLED';

  constructor(readonly filling: Filling) {
    super(`The read model ${filling.model} is being filled from the log`);
  }
}

/** An answer about what is being filled is as old as this at most. */
const knownForMs = 500;

/**
 * Makes a pool answer no question of a table that is being filled: it would be answered as if nobody were there. By the
 * names in the statement, so that no query can forget to ask. Costs nothing once everything is whole; statements on a
 * connection of one's own (rebuilds) pass.
 * @returns the pool; its queries throw BeingFilled
 */
export function wholeTablesOnly(pool: Pool): Pool {
  const query = pool.query.bind(pool);
  let whole = false;
  let known: { readonly at: number; readonly answer: Promise<readonly Filling[]> } | undefined;

  const filling = async (): Promise<readonly Filling[]> => {
    if (known === undefined || performance.now() - known.at > knownForMs)
      known = { at: performance.now(), answer: readFilling({ query }) };
    const found = await known.answer;
    // A table that is whole stays so, and this process learns of no other.
    whole = found.length === 0;
    return found;
  };
  const guarded = async (...asked: readonly unknown[]): Promise<unknown> => {
    if (!whole) {
      const tables = tablesIn(asked[0]);
      const missing = tables.size > 0 && (await filling()).find((one) => one.tables.some((name) => tables.has(name)));
      if (missing) throw new BeingFilled(missing);
    }
    return Reflect.apply(query, pool, asked);
  };
  return Object.assign(pool, { query: guarded });
}

/** The tables of the schema `read` that a statement names. */
function tablesIn(statement: unknown): ReadonlySet<string> {
  const text = typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return new Set(typeof text === 'string' ? [...text.matchAll(/\bread\.(\w+)/g)].map(([, name = '']) => name) : []);
}
