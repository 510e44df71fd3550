import { careTopic } from '@stepway/contracts/names';
import type { Messaging } from '@stepway/messaging';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';
import { publishedUpTo } from './published.ts';

interface Offset {
  readonly partition: number;
  readonly next: string;
  readonly position: string;
  readonly cluster_id: string;
}

/** I6: a checkpoint is never ahead of its effects: the relay's of the log, the projector's of the topic. */
export async function checkpointsBehindEffects(stack: Stack, messaging: Messaging): Promise<Finding> {
  const published = await publishedUpTo(stack, messaging);
  const { rows } = await stack.pool.query<Offset>(
    'SELECT partition, next, position, cluster_id FROM read.offset WHERE topic = $1',
    [careTopic],
  );
  // Asked last: what they are compared with only grows meanwhile.
  const last = await stack.log.lastPosition();
  const breaches =
    published > last ? [`the relay's checkpoint ${published} is ahead of the log's last position ${last}`] : [];
  const clusterId = await messaging.clusterId();
  const ends = new Map((await messaging.offsets(careTopic)).map(({ partition, next }) => [partition, next]));
  for (const { partition, next, position, cluster_id } of rows) {
    if (BigInt(position) > last)
      breaches.push(`the read models know position ${position} of partition ${partition}; the log's last is ${last}`);
    const end = ends.get(partition);
    if (cluster_id === clusterId && end !== undefined && BigInt(next) > end)
      breaches.push(`the read models' offset ${next} of partition ${partition} is ahead of the topic's end ${end}`);
  }
  return finding('I6', 'No checkpoint ahead of its effects', rows.length + 1, breaches);
}
