import type { PartnerNotice } from '@stepway/contracts';
import type { PlacedEvent } from '@stepway/event-log';
import type { DeliveredEvent } from '@stepway/partners';

/** What may be told to a partner; consent is asked anew at each call, by the log. */
export interface Telling {
  /** What of a page of the log a partner may be told now. */
  tellable(partnerId: string, page: readonly PlacedEvent[]): Promise<readonly DeliveredEvent[]>;
  /**
   * The message of one delivery; undefined: it may not be told any more. It is on account when this resolves.
   * @param occasion the same for all attempts at one telling
   */
  message(partnerId: string, occasion: string, event: DeliveredEvent): Promise<PartnerNotice | undefined>;
}
