import type { Pool, PoolClient } from 'pg';
import { together } from '../table.ts';

/**
 * Runs something in one transaction: all of it is kept, or nothing.
 * @param first statements sent together with BEGIN
 * @param look something that only reads: asked in the same flight as BEGIN
 * @param run gets what was seen
 */
export async function inTransaction<Seen, T>(
  pool: Pool,
  first: string,
  look: (client: PoolClient) => Promise<readonly Seen[]>,
  run: (client: PoolClient, seen: readonly Seen[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while it is ours must not end the process: the next query says so.
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    const seen: Seen[] = [];
    await together(client, [
      () => client.query(`BEGIN; ${first}`),
      async () => {
        seen.push(...(await look(client)));
      },
    ]);
    const result = await run(client, seen);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, and its transaction with it.
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
