import { logDoorbell } from '@stepway/contracts/names';
import type { Client, Pool } from 'pg';

const quietMs = 10;
const reconnectMs = 1_000;

export interface Doorbell {
  /** Says that something was appended. Never awaited by an append, never in its transaction. */
  ring(): void;
  /** Waits for a NOTIFY under way. */
  close(): Promise<void>;
}

/**
 * Tells listeners that there is something to read: one NOTIFY after commit, at most every 10 ms (inside the append it
 * would halve its speed). A hint, not the truth: a lost one costs a reader its polling interval, so a failure is no
 * one's trouble.
 */
export function doorbell(pool: Pool): Doorbell {
  let again = false;
  let underWay: Promise<void> | undefined;
  const notify = async (): Promise<void> => {
    while (again) {
      again = false;
      await pool.query(`NOTIFY ${logDoorbell}`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
    underWay = undefined;
  };
  return {
    ring: () => {
      again = true;
      underWay ??= notify();
    },
    close: async () => {
      again = false;
      await underWay;
    },
  };
}

/**
 * Calls back after appends, as soon as the log's doorbell rings, and whenever the connection was made anew.
 * @returns ends the listening
 */
export function listen(connect: () => Client, onRing: () => void): () => Promise<void> {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    client = connect();
    client.on('notification', onRing);
    client.on('error', () => undefined); // `end` follows
    client.once('end', () => {
      if (!closed) retry = setTimeout(() => void open(), reconnectMs);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${logDoorbell}`);
      onRing();
    } catch {
      await client.end().catch(() => undefined);
    }
  };
  void open();
  return async () => {
    closed = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
