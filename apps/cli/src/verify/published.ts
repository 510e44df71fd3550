import { careTopic } from '@stepway/contracts/names';
import type { Messaging } from '@stepway/messaging';
import type { Stack } from '../stack.ts';

/** The last position that the relay has sent to the Kafka cluster in use; it keeps a checkpoint for each cluster. */
export const publishedUpTo = async ({ log }: Stack, messaging: Messaging): Promise<bigint> =>
  log.checkpoint(`${careTopic}@${await messaging.clusterId()}`);
