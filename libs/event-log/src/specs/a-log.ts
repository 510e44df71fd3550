import pg from 'pg';
import { type EventLog, openEventLog } from '../event-log.ts';

export interface ALog {
  readonly log: EventLog;
  /** As `stepway_app`, past the log: for transactions that a spec holds open. */
  readonly app: pg.Pool;
  /** As the superuser. */
  readonly admin: pg.Pool;
  /** Another process's log on the same database. */
  another(): EventLog;
  close(): Promise<void>;
}

/** A log on an empty database of a real PostgreSQL. */
export function aLog({ url, adminUrl }: { readonly url: string; readonly adminUrl: string }): ALog {
  const logs = [openEventLog({ connectionString: url })];
  const [log] = logs;
  if (log === undefined) throw new Error('unreachable');
  const app = new pg.Pool({ connectionString: url, max: 20 });
  const admin = new pg.Pool({ connectionString: adminUrl, max: 4 });
  return {
    log,
    app,
    admin,
    another: () => {
      const other = openEventLog({ connectionString: url });
      logs.push(other);
      return other;
    },
    close: async () => {
      await Promise.all([...logs.map((one) => one.close()), app.end(), admin.end()]);
    },
  };
}

/** Asks again until the answer satisfies; the spec's own timeout ends it. */
export async function until<T>(ask: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
