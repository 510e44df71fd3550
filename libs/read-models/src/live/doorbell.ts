import { readDoorbell } from '@stepway/contracts/names';
import pg from 'pg';
import { ReadChange } from '../projection/bell.ts';

export interface ReadDoorbell {
  /** Calls back after each change of the tables; the function returned ends it. */
  onChange(listener: (change: ReadChange) => void): () => void;
  /** Calls back whenever listening began (again): what rang before was not heard, so ask the tables. */
  onHearing(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface ReadDoorbellOptions {
  /** `postgres://…`; a connection of its own, past any pooler. */
  readonly connectionString: string;
  readonly applicationName?: string;
  /** The connection broke, or could not be made; it is tried again. */
  readonly onTrouble?: (error: Error) => void;
}

const firstRetryMs = 100;
const longestRetryMs = 2_000;

/** Listens for changes of the read models, on one connection for the whole process, and connects again for ever. */
export function openReadDoorbell({ connectionString, applicationName, onTrouble }: ReadDoorbellOptions): ReadDoorbell {
  const changed = new Set<(change: ReadChange) => void>();
  const hearing = new Set<() => void>();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let closed = false;

  const again = (error: Error): void => {
    client = undefined;
    if (closed) return;
    onTrouble?.(error);
    retry = setTimeout(() => void connect(), retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  const connect = async (): Promise<void> => {
    const mine = new pg.Client({ connectionString, application_name: applicationName, keepAlive: true });
    client = mine;
    let lost = false;
    const lose = (error: Error): void => {
      if (lost) return;
      lost = true;
      again(error);
    };
    mine.on('error', lose);
    mine.on('end', () => lose(new Error('The connection of the doorbell ended')));
    mine.on('notification', ({ channel, payload }) => {
      if (channel !== readDoorbell || payload === undefined) return;
      const change = ReadChange.parse(JSON.parse(payload));
      for (const listener of changed) listener(change);
    });
    try {
      await mine.connect();
      await mine.query(`LISTEN ${readDoorbell}`);
      retryMs = firstRetryMs;
      for (const listener of hearing) listener();
    } catch (error) {
      lose(error instanceof Error ? error : new Error('The doorbell cannot be heard', { cause: error }));
      await mine.end().catch(() => undefined); // it never was a connection, or is none any more
    }
  };
  void connect();

  return {
    onChange: (listener) => subscribe(changed, listener),
    onHearing: (listener) => subscribe(hearing, listener),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
