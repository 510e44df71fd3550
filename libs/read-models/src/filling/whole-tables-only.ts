import type { Pool } from 'pg';
import { readFilling, type Filling } from './coverage.ts';

/** What was asked cannot be answered yet: a table that it needs is being built from the log. Asking again later is right. */
export class BeingFilled extends Error {
  readonly code = 'BEING_FILLED';

  constructor(readonly filling: Filling) {
    super(`The read model ${filling.model} is being filled from the log`);
  }
}

/** An answer about what is being filled is as old as this at most. */
const knownForMs = 500;

/**
 * Begins a statement that reads of the tables only what is alike in the rows of every build: whose a journey is, where,
 * and how far. While rows of another build are built again, such a statement is answered: who may see and act is not
 * to wait for that.
 */
export const ofAnyShape = '/* of any shape */';

/**
 * Makes a pool answer no question of a table that is being filled: it would be answered as if nobody were there, or as
 * another build told it. By the names in the statement, so that no query can forget to ask. Costs nothing once everything is whole; statements on a
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
      const text = textOf(asked[0]);
      const tables = tablesIn(text);
      const bears = ({ otherShape }: Filling): boolean => otherShape && text.startsWith(ofAnyShape);
      const missing =
        tables.size > 0 && (await filling()).find((one) => !bears(one) && one.tables.some((name) => tables.has(name)));
      if (missing) throw new BeingFilled(missing);
    }
    return Reflect.apply(query, pool, asked);
  };
  return Object.assign(pool, { query: guarded });
}

function textOf(statement: unknown): string {
  const text = typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return typeof text === 'string' ? text : '';
}

/** The tables of the schema `read` that a statement names. */
const tablesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\bread\.(\w+)/g)].map(([, name = '']) => name));
