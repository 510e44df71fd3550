import type { Logger } from '@stepway/platform';
import { makeTelemetryFilterString, Runtime, type Logger as SdkLogger } from '@temporalio/worker';

/**
 * Before anything of Temporal is loaded: its signal handlers off (Nest stops the worker), its logs through ours, where
 * fields are allow-listed.
 */
export function installRuntime(logger: Logger): void {
  Runtime.install({
    shutdownSignals: [],
    logger: throughOurs(logger),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} } },
  });
}

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;

function throughOurs(logger: Logger): SdkLogger {
  const log = (level: keyof typeof levels, message: string, meta: object = {}): void =>
    logger[levels[level]](meta, message);
  return {
    log: (level, message, meta) => log(level, message, meta),
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}
