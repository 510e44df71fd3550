import { randomUUID } from 'node:crypto';
import { partnerTopic } from '@stepway/contracts/names';
import { plainClient, type TestKafka } from '@stepway/test-support';
import { Kafka as Binding, type CloudEvent, type KafkaMessage } from 'cloudevents';
import { Kafka, logLevel } from 'kafkajs';

/** A record as a partner's own client reads it. */
export interface Read {
  readonly event: CloudEvent<Record<string, unknown>>;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Key, headers and value: every byte of it. */
  readonly bytes: string;
  readonly at: number;
}

export interface Reader {
  readonly seen: readonly Read[];
  /** Resolves when this holds. */
  until(enough: (seen: readonly Read[]) => boolean): Promise<readonly Read[]>;
  close(): Promise<void>;
}

/** A plain Kafka client and the CloudEvents library, as a partner has them: nothing of ours. */
export async function readTopic(cluster: TestKafka, topic: string): Promise<Reader> {
  const kafka = new Kafka({ clientId: 'partner', ...plainClient(cluster), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `partner-${randomUUID()}` });
  const seen: Read[] = [];
  const waits = new Set<() => void>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      const headers = Object.fromEntries(
        Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const value = String(message.value);
      const key = String(message.key);
      const received = { headers, key, value, body: value, timestamp: Date.now() } as unknown as KafkaMessage<string>;
      const event = Binding.toEvent(received) as CloudEvent<Record<string, unknown>>;
      seen.push({ event, key, headers, bytes: `${key}\n${JSON.stringify(headers)}\n${value}`, at: Date.now() });
      for (const wake of waits) wake();
      return Promise.resolve();
    },
  });
  return {
    seen,
    until: async (enough) => {
      const done = Promise.withResolvers<void>();
      const wake = (): void => {
        if (enough(seen)) done.resolve();
      };
      waits.add(wake);
      wake();
      await done.promise;
      waits.delete(wake);
      return seen;
    },
    close: () => consumer.disconnect(),
  };
}

export const readPartner = (cluster: TestKafka, partnerId: string): Promise<Reader> =>
  readTopic(cluster, partnerTopic(partnerId));
