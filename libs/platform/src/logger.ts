import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './configuration.ts';
import { describeError } from './error-description.ts';

export type { Logger };

/**
 * The only fields that ever reach a log line. Nothing a person said, wrote or is called has a name here, so a
 * forgotten body, row or header falls away instead of leaking. Add a name only for opaque ids, codes and figures.
 */
const allowedFields = new Set([
  'address',
  'attempt',
  'batch',
  'code',
  'command',
  'context',
  'count',
  'dueCause',
  'durationMs',
  'episodeId',
  'event',
  'eventId',
  'from',
  'generation',
  'groupId',
  'host',
  'lagMs',
  'level',
  'leader',
  'method',
  'name',
  'offset',
  'open',
  'partition',
  'partitions',
  'path',
  'pid',
  'port',
  'position',
  'rejection',
  'requestId',
  'retryInMs',
  'route',
  'signal',
  'status',
  'statusCode',
  'taskQueue',
  'to',
  'topic',
  'topics',
  'traceId',
  'url',
  'version',
  'waiting',
  'workflowId',
  'workflowType',
]);

export interface LoggerOptions {
  /** The program's name: `api`, `worker`, `relay`, `projector`, `intake`, `cli`. */
  readonly program: string;
  readonly level: LogLevel;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** A logger of JSON lines without patient data: allow-listed fields, described errors, no bodies. */
export function createLogger({ program, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { program, pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: onlyAllowed },
    serializers: { err: describeError, error: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => allowed(name, value)));
}

function allowed(name: string, value: unknown): [string, unknown][] {
  if (name === 'err' || name === 'error') return [['err', value]];
  if (!allowedFields.has(name)) return [];
  return isPlain(value) ? [[name, value]] : [];
}

/** Objects could carry anything: only figures, short texts and lists of them pass. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 100 && value.every((item) => !Array.isArray(item) && isPlain(item));
  if (typeof value === 'string') return value.length <= 300;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
}
