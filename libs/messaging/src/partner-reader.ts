import { partnerPrefix, partnerUsername } from '@stepway/contracts/names';
import type { OutsideReader } from './messaging.ts';

/** A partner as Kafka knows it. The prefix ends in a dot, which no id of a partner has: none begins another's. */
export const partnerReader = (partnerId: string): OutsideReader => ({
  username: partnerUsername(partnerId),
  prefix: partnerPrefix(partnerId),
});

/** About a thousand events: seven days of a large clinic are read again in minutes, and nobody else waits for it. */
export const partnerBytesPerSecond = 1_048_576;
