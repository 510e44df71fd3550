import type { Logger } from './logger.ts';

export interface Lifetime {
  /** Finishes what was begun and lets go of everything. */
  readonly stop: () => Promise<void>;
  readonly logger: Logger;
  /** After so long the process ends anyway, with code 1. Default 5.5 s: the local stack waits 6 s. */
  readonly graceMs?: number;
}

/**
 * Ends the process with code 0 after a clean stop on SIGTERM or SIGINT, and with code 1 if the stop fails or hangs, or
 * where nobody catches an error: Node would write its message beside the log, whatever it quotes.
 */
export function endOnSignal({ stop, logger, graceMs = 5_500 }: Lifetime): void {
  process.on('uncaughtException', (error) => endWithError(logger, error, 'ended by an error that nobody caught'));
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ signal }, 'did not stop in time');
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => endWithError(logger, error, 'did not stop cleanly'),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** For the promise of a loop that must not end: the supervisor starts the process again. */
export function endWithError(logger: Logger, error: unknown, message = 'ended by an error'): never {
  logger.fatal({ err: error }, message);
  process.exit(1);
}
