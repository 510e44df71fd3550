import { setTimeout as pause } from 'node:timers/promises';
import type { StepwayClient } from './client.ts';
import { partnerEvent, type PartnerEvent } from './partner-events.ts';
import { StepwayProblem, StepwayUnreachable } from './problems.ts';

export interface PartnerHttpOptions {
  /** With the partner's token: `partnerToken`. */
  readonly client: Pick<StepwayClient, 'ask'>;
  readonly partnerId: string;
  /** `resumeAfter` of the last event that was taken. Default: from where the stream began. */
  readonly after?: string | undefined;
  /** How long to wait where there is nothing more, in milliseconds. Default 1,000. */
  readonly waitMs?: number;
  /** Ends the reading. */
  readonly signal?: AbortSignal;
}

/** An event, and where to go on once it was taken. */
export interface EventByHttp {
  readonly event: PartnerEvent;
  /** Keep it with what was made of the event: read after it, this event does not come again, and the next one does. */
  readonly resumeAfter: string;
}

const longestWaitMs = 30_000;

/**
 * The partner's stream by HTTP, in order of the log: waits for what is to come, and goes on where nobody answered or was
 * to answer. Ends by the signal only. Each answer is a disclosure of its own; a page is asked for when the one before it
 * was taken.
 * @throws StepwayProblem what waiting does not mend: another partner's events, a token that is none; NotAPartnerEvent
 */
export async function* readPartnerEvents(options: PartnerHttpOptions): AsyncGenerator<EventByHttp, void, undefined> {
  const { client, partnerId, waitMs = 1_000, signal = new AbortController().signal } = options;
  let { after } = options;
  for (let failures = 0; !signal.aborted;) {
    try {
      const { items, next, more } = await client.ask('partnerEvents', { partnerId, after });
      failures = 0;
      for (const read of placed(items, after, next)) {
        yield read;
        if (signal.aborted) return;
      }
      after = next;
      if (more) continue;
    } catch (error) {
      if (!passes(error)) throw error;
      failures += 1;
    }
    await pause(Math.min(longestWaitMs, waitMs * 2 ** failures), undefined, { signal }).catch(() => undefined);
  }
}

/** An event and the end of a consent may share a place of the log: only after the last of them the reading moves on. */
function placed(items: readonly object[], after = '0', next: string): readonly EventByHttp[] {
  const events = items.map((item) => {
    const { data, ...attributes } = item as { readonly data: unknown };
    return partnerEvent(attributes, data);
  });
  let resumeAfter = after;
  return events.map((event, index) => {
    const following = events[index + 1];
    if (following === undefined) resumeAfter = next;
    else if (following.position !== event.position) resumeAfter = event.position;
    return { event, resumeAfter };
  });
}

const passes = (error: unknown): boolean =>
  error instanceof StepwayUnreachable ||
  (error instanceof StepwayProblem && (error.status === 429 || error.status >= 500));
