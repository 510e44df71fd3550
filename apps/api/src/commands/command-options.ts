import type { FastifyRequest } from 'fastify';
import { invalid } from '../http/problem.ts';

/** What a request says about how its command is to be taken. */
export interface CommandOptions {
  /** The caller's own key; undefined if it does not want to repeat. */
  readonly idempotencyKey?: string;
  /** Record only if the journey stands at this version. */
  readonly ifMatch?: number;
  /** Say what would happen, and store nothing. */
  readonly dry: boolean;
  /** Wait so long for the journey to come to rest, in ms. */
  readonly waitMs?: number;
  readonly traceparent?: string;
}

const longestWaitSeconds = 10;

/** @throws ProblemError 400 that names the header or parameter */
export function commandOptions({ headers, query }: FastifyRequest): CommandOptions {
  const { 'idempotency-key': key, 'if-match': match, prefer, traceparent } = headers;
  return {
    dry: dryOf(query),
    ...(key === undefined ? {} : { idempotencyKey: idempotencyKey(key) }),
    ...(match === undefined ? {} : { ifMatch: version(match) }),
    ...waiting(prefer),
    ...(typeof traceparent === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent)
      ? { traceparent }
      : {}),
  };
}

function idempotencyKey(key: string | string[]): string {
  if (typeof key === 'string' && key.length > 0 && key.length <= 128) return key;
  throw invalid([{ pointer: 'header:Idempotency-Key', message: 'one key of 1 to 128 characters' }]);
}

function version(match: string): number {
  const [, digits] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(match) ?? [];
  if (digits === undefined) throw invalid([{ pointer: 'header:If-Match', message: 'the version as in "16"' }]);
  return Number(digits);
}

/** RFC 7240; a preference we do not know is passed over. */
function waiting(prefer: string | string[] | undefined): { waitMs?: number } {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i.exec([prefer ?? ''].flat().join(',')) ?? [];
  return seconds === undefined ? {} : { waitMs: Math.min(Number(seconds), longestWaitSeconds) * 1_000 };
}

/** @throws ProblemError 400 */
export function dryOf(query: unknown): boolean {
  const dry: unknown = typeof query === 'object' && query !== null && 'dry' in query ? query.dry : undefined;
  if (dry === undefined || dry === 'false') return false;
  if (dry === 'true') return true;
  throw invalid([{ pointer: 'query:dry', message: 'true or false' }]);
}
