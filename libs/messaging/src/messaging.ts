/**
 * What Stepway needs of Kafka, on one screen. Delivery is at least once, in order for each key; correctness rests on
 * the receivers (they drop a `sequence` they have seen), never on a client's idempotence or on transactions.
 */
export interface Messaging {
  /** The id of the cluster. A wiped broker comes back with another one: then offsets of the old one mean nothing. */
  clusterId(): Promise<string>;
  /**
   * Makes the topics that are missing, then checks the settings of all.
   * @throws TopicMisconfigured if a topic has other partitions, is compacted, or keeps its records for another time.
   */
  ensureTopics(topics: readonly TopicSettings[]): Promise<void>;
  /** For each partition the first offset retained and the one that the next record will get. */
  offsets(topic: string): Promise<readonly PartitionOffsets[]>;
  /** Resolves when all in-sync replicas have all messages. One send at a time; a send that failed may be repeated. */
  send(topic: string, messages: readonly Message[]): Promise<void>;
  /** Joins the group and begins to read. */
  run(consumption: Consumption): Promise<RunningConsumer>;
  /**
   * Lets somebody outside read, and nothing else, the topics whose names begin with the prefix, as the groups whose ids
   * do. A cluster that asks nobody who they are lets everybody, and keeps no rule.
   */
  allowReading(reader: OutsideReader): Promise<void>;
  /** Takes back whatever the cluster allows to them: the next thing that they ask for is refused. */
  endReading(reader: OutsideReader): Promise<void>;
  /** Ends the readers, sends what is being sent, lets go of all connections. */
  close(): Promise<void>;
}

/** A user of the cluster who is none of ours. */
export interface OutsideReader {
  readonly username: string;
  readonly prefix: string;
}

export interface TopicSettings {
  readonly topic: string;
  readonly partitions: number;
  /** How long a record is kept at least, in milliseconds. Topics of events are never compacted. */
  readonly retentionMs: number;
}

export interface PartitionOffsets {
  readonly partition: number;
  readonly first: bigint;
  readonly next: bigint;
}

export interface Message {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ReceivedMessage {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The header of a record that could not be unpacked, or would have become too large: there is nothing else in it. */
export const notUnpacked = 'stepway-not-unpacked';

/** Records of one partition, in order. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly ReceivedMessage[];
  /** The offset that the next record of the partition will get: what is not read yet lies before it. */
  readonly next: bigint;
  /** To be called now and then by work that takes more than a few seconds, or the group gives the partition away. */
  heartbeat(): Promise<void>;
  /** The partition went to another member meanwhile: what comes of this batch must not be stored. */
  isStale(): boolean;
}

export interface Consumption {
  readonly topic: string;
  readonly groupId: string;
  /**
   * Where to read on, asked after every assignment: offsets belong to the reader's own tables, nothing is committed to
   * Kafka. A partition that is missing in the answer is read from its first record.
   */
  startAt(partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>>;
  /**
   * One call at a time for each partition. If it rejects, `startAt` is asked again and the records come again, with a
   * growing pause.
   */
  handle(batch: Batch): Promise<void>;
  /** So many partitions are handled at the same time. Default 1. */
  readonly abreast?: number;
}

export interface RunningConsumer {
  /** Leaves the group after the batch being handled. */
  stop(): Promise<void>;
  /** Rejects when the reader cannot go on; never resolves before `stop`. */
  readonly done: Promise<void>;
}

export class TopicMisconfigured extends Error {
  readonly code = 'TOPIC_MISCONFIGURED';
  constructor(topic: string, setting: string, expected: string, found: string) {
    super(`Topic ${topic} has ${setting} ${found}; expected ${expected}`);
    this.name = 'TopicMisconfigured';
  }
}

/** Where notices of the client go; a pino logger fits. */
export interface Notices {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
