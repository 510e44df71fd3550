import { reachOutside, TargetRefused, TooSlow, type OutsideOptions } from '@stepway/platform';
import { retryAfterMs } from './retry-after.ts';

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of one attempt. `why` is a code; nothing that the receiver said is kept. */
export type Attempt =
  | { readonly outcome: 'answered'; readonly status: number; readonly retryAfterMs?: number }
  /** Nothing was sent: its address is not one that we connect to. */
  | { readonly outcome: 'refused'; readonly why: string }
  /** No answer: perhaps it heard, perhaps not. */
  | { readonly outcome: 'unanswered'; readonly why: string };

export interface SenderOptions extends Omit<OutsideOptions, 'limitMs'> {
  /** Whole attempt, from the name to the answer. Default 15 s (Standard Webhooks: 15 to 30). */
  readonly limitMs?: number;
  readonly now?: () => Date;
}

export type Send = (message: Message) => Promise<Attempt>;

/** Most of what we listen to: an answer's body says nothing to us. */
const answerBytes = 16_384;
/** Longest that a body is heard out for courtesy. */
const restMs = 1_000;

/** Posts to receivers outside, and to nothing else: see `reachOutside`. Follows no redirect, reads no body. */
export function createSender({ limitMs = 15_000, now = () => new Date(), ...options }: SenderOptions): Send {
  return async ({ url, headers, body }) => {
    try {
      return await reachOutside(url, { ...options, limitMs }, async ({ client, path, signal }) => {
        const answer = await client.request({ method: 'POST', path, headers, body, signal });
        // A short answer is heard out, so that the receiver sees no broken connection.
        await answer.body.dump({ limit: answerBytes, signal: AbortSignal.timeout(restMs) }).catch(() => {});
        const retryAfter = retryAfterMs(answer.headers['retry-after'], now());
        const { statusCode: status } = answer;
        return { outcome: 'answered', status, ...(retryAfter !== undefined && { retryAfterMs: retryAfter }) };
      });
    } catch (error) {
      if (error instanceof TargetRefused) return { outcome: 'refused', why: error.why };
      return { outcome: 'unanswered', why: error instanceof TooSlow ? 'too-slow' : codeOf(error) };
    }
  };
}

/** The code of a failure of the network, in small letters; none of its words, which may name addresses. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)
    ? code.toLowerCase().replaceAll('_', '-')
    : 'unknown';
}
