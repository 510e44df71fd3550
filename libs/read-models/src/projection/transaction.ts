import type { Pool, PoolClient } from 'pg';

/**
 * Runs something in one transaction: all of it is kept, or nothing.
 * @param first statements sent together with BEGIN
 */
export async function inTransaction<T>(pool: Pool, first: string, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while it is ours must not end the process: the next query says so.
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query(`BEGIN; ${first}`);
    const result = await run(client);
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
