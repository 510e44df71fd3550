import type { Actor, NewEvent } from '@stepway/pathway';
import { type StreamHead, emptyStream } from '../integrity/chain.ts';
import type { AppendRequest } from '../stream/append.ts';

export const nurse: Actor = { id: 'nurse-1', kind: 'person', role: 'nurse' };
export const noon = '2026-11-20T12:00:00.000Z';

/** Any event will do for the log: it knows no rules. */
export const holdPlaced = (holdId = 'h1'): NewEvent => ({
  type: 'HoldPlaced',
  occurredAt: noon,
  data: { holdId, until: '2026-11-27T12:00:00.000Z', reason: { sealed: 'k1.bm9uY2U.c2VhbGVk' } },
});

/** An append of one event as the first of a journey; a spec says what matters to it. */
export const anAppend = (over: Partial<AppendRequest> = {}): AppendRequest => ({
  episodeId: 'e1',
  commandId: 'c1',
  commandHash: Buffer.from('content of c1'),
  actor: nurse,
  recordedAt: noon,
  expected: emptyStream,
  events: [holdPlaced()],
  ...over,
});

/** The head after an append that must have succeeded. */
export function headOf(result: { readonly outcome: string; readonly head?: StreamHead }): StreamHead {
  if (result.head === undefined) throw new Error(`Not appended: ${result.outcome}`);
  return result.head;
}
