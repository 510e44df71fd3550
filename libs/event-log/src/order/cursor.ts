/**
 * A place in the order across journeys. Transaction ids and sequence are 64 bits wide: text, never a JS number.
 * Not for keeping: it means nothing after a restore. Keep a position.
 */
export interface LogCursor {
  readonly epoch: number;
  readonly transactionId: string;
  readonly seq: string;
}

/** Before the first event of the log. */
export const beginning: LogCursor = { epoch: 0, transactionId: '0', seq: '0' };
