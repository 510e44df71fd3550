import type pg from 'pg';
import type { Arrival, Received } from './arrival/arrival.ts';
import { createPlaces, type Places } from './arrival/places.ts';
import { createRoom, type HasRoom } from './arrival/room.ts';
import { createReceiver } from './arrival/receive.ts';
import { createStatus, type MessageStatus } from './arrival/status.ts';
import type { MessageSeal } from './message-seal.ts';
import { createQuarantine, type Quarantine } from './quarantine/quarantine.ts';
import { createForget, type Forget } from './retention/retention.ts';
import { createSenders, type Senders } from './senders/senders.ts';
import { createTaking, type Taking } from './taking/take.ts';

/** Messages from outside: kept before they are acknowledged, until they are facts or somebody has said what they are. */
export interface Inbox {
  /**
   * Resolves when the message is safe; only then may it be acknowledged. The same again is answered the same.
   * @throws what the database throws: then it is not known to be stored
   */
  receive(arrival: Arrival): Promise<Received>;
  /** False where so many wait that machines are asked to send later. */
  readonly hasRoom: HasRoom;
  readonly forget: Forget;
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
  /** So many messages may wait before machines are asked to send later. Default 250,000. */
  readonly mostWaiting?: number;
}

export function openInbox({ pool, seal, now, mostWaiting = 250_000 }: InboxOptions): Inbox {
  return {
    receive: createReceiver(pool, seal),
    hasRoom: createRoom(pool, mostWaiting, now),
    forget: createForget(pool),
    statusOf: createStatus(pool),
    taking: createTaking(pool, seal),
    quarantine: createQuarantine(pool, seal),
    senders: createSenders(pool, now),
    places: createPlaces(pool),
  };
}
