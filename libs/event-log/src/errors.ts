/** The log cannot be reached, or went away before it answered: whether an append took place is then not known. */
export class LogUnavailable extends Error {
  readonly code = 'LogUnavailable';
  constructor(cause: unknown) {
    super('The event log cannot be reached', { cause });
  }
}

/** An append that the log refuses before the database sees it: a fault of the caller. */
export class AppendRefused extends Error {
  readonly code = 'AppendRefused';
  constructor(episodeId: string, why: string) {
    super(`An append to journey ${episodeId} was refused: ${why}`);
  }
}

/** Another process leads now; what this one still tried changed nothing. */
export class LeadershipLost extends Error {
  readonly code = 'LeadershipLost';
  constructor(processor: string) {
    super(`Another process leads ${processor} now`);
  }
}

/** Something stands in the log that this build does not know, or that the log itself never writes. */
export class UnreadableEvent extends Error {
  readonly code = 'UnreadableEvent';
  constructor(eventId: string, why: string) {
    super(`Event ${eventId} cannot be read: ${why}`);
  }
}

/** PostgreSQL's code of an error, or Node's (`ECONNREFUSED`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the statement may be sound and the server is the trouble: shutting down, starting up, full, or cut off. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  // 08 connection, 53 out of resources, 57P shutdown, 58 system error, 57014 statement timeout, 25006 read-only.
  if (code !== undefined && /^(08|53|57P|58)|^57014$|^25006$/.test(code)) return true;
  if (code !== undefined && /^(E[A-Z]+)$/.test(code)) return true; // Node's network errors
  // pg's own: no code, only a text.
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded|Client has|Query read timeout)/.test(error.message)
  );
}

/** @throws LogUnavailable in place of an error that says the server is the trouble */
export async function available<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isUnavailable(error) ? new LogUnavailable(error) : error;
  }
}
