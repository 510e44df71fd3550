import { Kafka, logLevel, Partitioners, type Admin, type Producer } from 'kafkajs';
import type {
  Consumption,
  Message,
  Messaging,
  Notices,
  PartitionOffsets,
  RunningConsumer,
  TopicSettings,
} from '../messaging.ts';
import type { KafkaAccess } from '../kafka-access.ts';
import { chunksBySize } from './chunks.ts';
import { clientSettings } from './client-settings.ts';
import { runConsumer } from './consumer.ts';
import { quietLogs } from './quiet-logs.ts';
import { allowReading, endReading } from './readers.ts';
import { ensureTopic } from './topic-settings.ts';
import { limitUnpacking } from './unpacking.ts';

export interface MessagingOptions {
  readonly kafka: KafkaAccess;
  /** The program's name, shown to the broker. */
  readonly program: string;
  readonly notices: Notices;
}

/** Kafka by kafkajs 2. Connects at the first call; a broker that is down makes a call reject within a second; who calls waits and repeats. */
export function createMessaging({ kafka: access, program, notices }: MessagingOptions): Messaging {
  limitUnpacking();
  const kafka = new Kafka({
    clientId: `stepway-${program}`,
    ...clientSettings(access),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, retries: 2, maxRetryTime: 1_000 },
    logLevel: logLevel.INFO,
    logCreator: () => quietLogs(notices),
  });
  const admin = once<Admin>(() => kafka.admin());
  const producer = once<Producer>(() =>
    kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner, // murmur2 as Java's: fixed, for the key decides the order
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
    }),
  );
  const running = new Set<RunningConsumer>();

  return {
    clusterId: async () => (await (await admin.connected()).describeCluster()).clusterId,
    ensureTopics: async (topics: readonly TopicSettings[]) => {
      const connected = await admin.connected();
      for (const topic of topics) await ensureTopic(connected, topic);
    },
    offsets: async (topic: string) => (await (await admin.connected()).fetchTopicOffsets(topic)).map(partitionOffsets),
    send: async (topic: string, messages: readonly Message[]) => {
      const connected = await producer.connected();
      for (const chunk of chunksBySize(messages)) {
        await connected.send({
          topic,
          acks: -1,
          messages: chunk.map(({ headers, ...rest }) => ({ ...rest, headers: { ...headers } })),
        });
      }
    },
    allowReading: async (reader) => allowReading(await admin.connected(), reader),
    endReading: async (reader) => endReading(await admin.connected(), reader),
    run: async (consumption: Consumption) => {
      const consumer = await runConsumer(kafka, consumption, notices);
      running.add(consumer);
      return consumer;
    },
    close: async () => {
      await Promise.all([...running].map((consumer) => consumer.stop()));
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
  };
}

interface Connectable {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** Connects at the first use, and again after a failed attempt. */
function once<T extends Connectable>(create: () => T): { connected(): Promise<T>; disconnect(): Promise<void> } {
  let connecting: Promise<T> | undefined;
  const connect = async (): Promise<T> => {
    const client = create();
    await client.connect();
    return client;
  };
  return {
    connected: () => {
      connecting ??= connect().catch((error: unknown) => {
        connecting = undefined;
        throw error;
      });
      return connecting;
    },
    disconnect: async () => {
      await (await connecting?.catch(() => undefined))?.disconnect(); // what never connected has nothing to let go
    },
  };
}

function partitionOffsets({
  partition,
  low,
  high,
}: {
  partition: number;
  low: string;
  high: string;
}): PartitionOffsets {
  return { partition, first: BigInt(low), next: BigInt(high) };
}
