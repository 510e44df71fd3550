import type { InboxChannel } from '@stepway/contracts';

/** One message as it came. */
export interface Arrival {
  readonly channel: InboxChannel;
  readonly senderId: string;
  /** The sender's own id of it: a control id, an event id. May hold anything; only its HMAC is kept. */
  readonly sourceId: string;
  readonly body: Buffer;
  /**
   * What it says, without what tells one sending from another (its id, its time of sending). Left out: the body. The
   * same source id with another content is two messages, for a person to tell apart.
   */
  readonly content?: Buffer;
}

/** It is stored, now or before, and survives everything; what becomes of it is told by its id. */
export interface Received {
  readonly outcome: 'stored' | 'known' | 'id-reused';
  readonly messageId: string;
}
