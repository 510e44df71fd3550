import { partnerPrefix, partnerTopic } from '@stepway/contracts/names';
import { Kafka, type IHeaders, type KafkaConfig } from 'kafkajs';
import { NotAPartnerEvent, partnerEvent, seenEvents, type PartnerEvent } from './partner-events.ts';

export interface PartnerStreamOptions {
  readonly partnerId: string;
  /** The client's own settings: brokers, TLS, SASL. */
  readonly kafka: KafkaConfig;
  /** Who shares the reading, and where it goes on after a pause. Default `stepway.partner.<id>.stream`; begins so always. */
  readonly groupId?: string;
  /** Default: the partner's stream. Of a replay: its own topic. */
  readonly topic?: string;
  /**
   * One event at a time, in order for each person. What it rejects with is tried again from there: keep what came before
   * it resolves. Seen ones are dropped as far as this process knows; keep (subject, sequence) to know it for longer.
   */
  readonly handle: (event: PartnerEvent) => Promise<void>;
  /** A record that is no partner event. Default: the reading stands still there, and tries it again and again. */
  readonly onUnreadable?: (error: NotAPartnerEvent) => void;
}

export interface ReadingStream {
  stop(): Promise<void>;
}

/** Reads a partner's topic, from its first record kept on or from where the group was. */
export const readPartnerStream = (options: PartnerStreamOptions): Promise<ReadingStream> => readPartnerTopic(options);

interface TopicOptions extends PartnerStreamOptions {
  /** Whatever was read, taken or left out. */
  readonly onRead?: (offset: bigint) => void;
}

export async function readPartnerTopic(options: TopicOptions): Promise<ReadingStream> {
  const { partnerId, kafka, groupId = `${partnerPrefix(partnerId)}stream`, topic = partnerTopic(partnerId) } = options;
  const consumer = new Kafka(kafka).consumer({ groupId });
  const seen = seenEvents();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { headers = {}, value, offset } }) => {
      const event = read(headers, value, options);
      if (event !== undefined && !seen.has(event)) {
        await options.handle(event);
        seen.add(event);
      }
      options.onRead?.(BigInt(offset));
    },
  });
  return { stop: () => consumer.disconnect() };
}

function read(
  headers: IHeaders,
  value: Buffer | null,
  { onUnreadable }: PartnerStreamOptions,
): PartnerEvent | undefined {
  try {
    return partnerEvent(attributesOf(headers), json(value));
  } catch (error) {
    if (!(error instanceof NotAPartnerEvent) || onUnreadable === undefined) throw error;
    onUnreadable(error);
    return undefined;
  }
}

/** CloudEvents in Kafka's binary mode: `ce_` before each attribute. */
function attributesOf(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => name.startsWith('ce_') && value !== undefined)
      .map(([name, value]) => [name.slice('ce_'.length), String(Array.isArray(value) ? value[0] : value)]),
  );
}

function json(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? '');
  } catch {
    throw new NotAPartnerEvent('its value is not JSON');
  }
}
