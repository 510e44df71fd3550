import { setTimeout as pause } from 'node:timers/promises';
import { problemOf, StepwayProblem, StepwayUnreachable } from './problems.ts';

export interface ClientOptions {
  /** Where the API is: `https://stepway.example`. */
  readonly address: string;
  /** A bearer token, or what gives the present one: `partnerToken`. */
  readonly token: string | (() => string | Promise<string>);
  /** How long one attempt may take, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
  /** How often it is tried again where that can do no harm. Default 3; 0 = never. */
  readonly retries?: number;
}

/** One request. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  /** Sent twice it does no more than once: a question, or a command under its key. */
  readonly isRepeatable: boolean;
}

const longestPauseMs = 30_000;

/**
 * Sends a request, and again where no answer came or the API asked to wait (429, 502, 503, 504), with growing pauses
 * that differ by chance. What is not repeatable is sent again only after 429, which says that nothing was done.
 * @returns what was answered, whole: where it breaks off, nobody answered
 * @throws StepwayProblem, StepwayUnreachable
 */
export async function send(options: ClientOptions, sent: Sent): Promise<string> {
  const { retries = 3 } = options;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(options, sent);
    if (typeof outcome === 'string') return outcome;
    if (attempt > retries || !mayBeRepeated(outcome, sent)) throw outcome;
    const grown = 100 * 2 ** attempt * (0.5 + Math.random());
    await pause(
      Math.min(longestPauseMs, Math.max(grown, outcome instanceof StepwayProblem ? outcome.retryAfterMs : 0)),
    );
  }
}

async function once(
  { address, token, timeoutMs = 10_000 }: ClientOptions,
  { method, path, headers, body, contentType = 'application/json' }: Sent,
): Promise<string | StepwayProblem | StepwayUnreachable> {
  const bearer = typeof token === 'string' ? token : await token();
  try {
    const response = await fetch(new URL(path, address), {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json, application/problem+json',
        ...(body !== undefined && { 'content-type': contentType }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      // A token must not follow to where somebody else points.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok ? await response.text() : await problemOf(response);
  } catch (error) {
    return new StepwayUnreachable(error);
  }
}

function mayBeRepeated(outcome: StepwayProblem | StepwayUnreachable, { isRepeatable }: Sent): boolean {
  if (outcome instanceof StepwayUnreachable) return isRepeatable;
  return outcome.status === 429 || (isRepeatable && [502, 503, 504].includes(outcome.status));
}
