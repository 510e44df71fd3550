import type pg from 'pg';
import type { Arrival, Received } from './arrival/arrival.ts';
import { createPlaces, type Places } from './arrival/places.ts';
import { createReceiver } from './arrival/receive.ts';
import { createStatus, type MessageStatus } from './arrival/status.ts';
import type { MessageSeal } from './message-seal.ts';
import { createQuarantine, type Quarantine } from './quarantine/quarantine.ts';
import { createSenders, type Senders } from './senders/senders.ts';
import { createTaking, type Taking } from './taking/take.ts';

/** Messages from outside: kept before they are acknowledged, until they are facts or somebody has said what they are. */
export interface Inbox {
  /**
   * Resolves when the message is safe; only then may it be acknowledged. The same again is answered the same.
   * @throws what the database throws: then it is not known to be stored
   */
  receive(arrival: Arrival): Promise<Received>;
  /** What became of a message, in codes; for a sender only of its own. */
  statusOf(messageId: string): Promise<MessageStatus | undefined>;
  readonly taking: Taking;
  readonly quarantine: Quarantine;
  readonly senders: Senders;
  readonly places: Places;
}

export interface InboxOptions {
  readonly pool: pg.Pool;
  readonly seal: MessageSeal;
  /** Milliseconds, for what is remembered for a moment. Default: the clock. */
  readonly now?: () => number;
}

export function openInbox({ pool, seal, now }: InboxOptions): Inbox {
  return {
    receive: createReceiver(pool, seal),
    statusOf: createStatus(pool),
    taking: createTaking(pool, seal),
    quarantine: createQuarantine(pool, seal),
    senders: createSenders(pool, now),
    places: createPlaces(pool),
  };
}
