import { setTimeout as wait } from 'node:timers/promises';
import type { Messaging } from '@stepway/messaging';
import type { Stack } from '../stack.ts';
import { publishedUpTo } from './published.ts';

/**
 * Waits until everything written so far has been sent and run, as far as it will be: what is compared afterwards is
 * what the system came to, not what it was about to do. Traffic may go on meanwhile.
 * @returns the last position of the log that was sent, or that should have been after `withinMs`
 */
export async function settle(stack: Stack, messaging: Messaging, withinMs: number): Promise<bigint> {
  const { log, pool } = stack;
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM log.event');
  const written = BigInt(rows[0]?.count ?? 0);
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    const [sent, runLagMs] = await Promise.all([publishedUpTo(stack, messaging), log.runLagMs()]);
    if (sent >= written && runLagMs < 1_000) return sent;
    await wait(100);
  }
  const last = await log.lastPosition();
  return last > written ? last : written;
}
