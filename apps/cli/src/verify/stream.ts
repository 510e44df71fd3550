import type { Messaging } from '@stepway/messaging';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';
import { contentOf, readTopic } from './topic.ts';

const pageSize = 5_000;

/**
 * I4: Kafka's events are the log's, each journey in order, and what was sent twice is the same to the byte.
 * @param upTo the position up to which the log was, or should have been, sent
 */
export async function streamEqualsLog({ log }: Stack, messaging: Messaging, upTo: bigint): Promise<Finding> {
  const topic = await readTopic(messaging, upTo);
  const breaches = [...topic.breaches];
  const logged = new Set<string>();
  let compared = 0;
  for (let after = 0n; after < upTo; after += BigInt(pageSize)) {
    for (const { event, position } of await log.readPlaced(after, pageSize)) {
      if (position > upTo) break;
      logged.add(event.id);
      const published = topic.records.get(event.id);
      if (published === undefined) {
        if (position > topic.completeAfter) breaches.push(`${event.id} at ${position} is not on the topic`);
        continue;
      }
      compared += 1;
      if (published.position !== position || published.content !== contentOf(event))
        breaches.push(`${event.id} at ${position} is another on the topic than in the log`);
    }
  }
  const empty = upTo - BigInt(logged.size);
  if (empty > 0n)
    breaches.push(`${empty} of the first ${upTo} places hold no event: never given and sent, or taken out`);
  for (const [id, { position }] of topic.records)
    if (position <= upTo && !logged.has(id)) breaches.push(`${id} at ${position} is on the topic and not in the log`);
  const note = topic.truncated
    ? `the topic no longer holds its first records: compared from what it holds, complete behind position ${topic.completeAfter}`
    : undefined;
  return finding('I4', 'Kafka = log, each journey in order', compared, breaches, note);
}
