import type { Pool } from 'pg';
import { LogUnavailable, codeOf, isUnavailable } from '../errors.ts';
import { appendStatement } from './append-statement.ts';
import type { StreamAppend } from './prepare.ts';

/** What became of one stream append; why it was not `won` is for the caller to find out. */
export type Written = 'won' | 'lost' | 'already-there' | 'claims-not-held';

interface Waiting {
  readonly append: StreamAppend;
  readonly settle: (written: Written) => void;
  readonly fail: (error: unknown) => void;
  /** It shared a statement that failed: it goes by itself now, so that it can only fail for its own reason. */
  alone: boolean;
  deadlocks: number;
}

export interface Writer {
  write(append: StreamAppend): Promise<Written>;
}

export interface WriterOptions {
  /** Statements under way at once. Two keep the server busy while one waits for the disk. */
  readonly connections?: number;
  /** Appends in one statement at most. */
  readonly batch?: number;
  /** Called after each statement that wrote something. */
  readonly onWritten?: () => void;
}

const maxDeadlocks = 5;
const uniqueViolation = '23505';
const deadlock = '40P01';
/** Raised by `log.all_held`. */
const claimsNotHeld = 'SW001';

/**
 * Writes appends as they come; while all connections are busy, those that wait are gathered, and the next free
 * connection takes them in one statement. No timer: a lone append is sent at the end of this turn of the event loop,
 * so that callers woken together go together. A journey is under way at most
 * once, and each caller hears only of its own append.
 */
export function coalescingWriter(pool: Pool, options: WriterOptions = {}): Writer {
  const { connections = 2, batch = 128, onWritten } = options;
  const busyJourneys = new Set<string>();
  let waiting: Waiting[] = [];
  let free = connections;

  let planned = false;
  const plan = (): void => {
    if (planned || free === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      pump();
    });
  };

  const pump = (): void => {
    while (free > 0) {
      // Shared out among the free connections: while one waits for the server, the other's statement is made.
      const group = take(Math.min(batch, Math.ceil(waiting.length / free)));
      if (group.length === 0) return;
      free -= 1;
      void send(group).finally(() => {
        for (const { append } of group) busyJourneys.delete(append.episodeId);
        free += 1;
        plan();
      });
    }
  };

  const take = (most: number): Waiting[] => {
    const group: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const item of waiting) {
      const fits = group.length === 0 || (group.length < most && !item.alone && group[0]?.alone === false);
      if (!fits || busyJourneys.has(item.append.episodeId)) {
        rest.push(item);
        continue;
      }
      busyJourneys.add(item.append.episodeId);
      group.push(item);
    }
    waiting = rest;
    return group;
  };

  const send = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const { rows } = await pool.query<{ episode_id: string }>(appendStatement(group.map(({ append }) => append)));
      const won = new Set(rows.map((row) => row.episode_id));
      for (const { append, settle } of group) settle(won.has(append.episodeId) ? 'won' : 'lost');
      if (won.size > 0) onWritten?.();
    } catch (error) {
      if (isUnavailable(error)) for (const { fail } of group) fail(new LogUnavailable(error));
      else if (group.length > 1) again(group);
      else for (const item of group) settleAlone(item, error);
    }
  };

  const again = (group: readonly Waiting[]): void => {
    for (const item of group) item.alone = true;
    waiting.unshift(...group);
  };

  const settleAlone = (item: Waiting, error: unknown): void => {
    const code = codeOf(error);
    if (code === uniqueViolation) item.settle('already-there');
    else if (code === claimsNotHeld) item.settle('claims-not-held');
    else if (code === deadlock && item.deadlocks < maxDeadlocks) {
      item.deadlocks += 1;
      again([item]);
    } else item.fail(error);
  };

  return {
    write: (append) =>
      new Promise((settle, fail) => {
        waiting.push({ append, settle, fail, alone: false, deadlocks: 0 });
        plan();
      }),
  };
}
