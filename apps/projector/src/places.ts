import { startOf, type Messaging } from '@stepway/messaging';
import { noteBehind, storedOffsets, type Database, type StoredOffset } from '@stepway/read-models';

/** Where the tables are in each partition, as this process knows it. */
export class Places {
  readonly #database: Database;
  readonly #messaging: Messaging;
  readonly #topic: string;
  readonly #stored = new Map<number, StoredOffset>();
  #clusterId = '';

  constructor(database: Database, messaging: Messaging, topic: string) {
    this.#database = database;
    this.#messaging = messaging;
    this.#topic = topic;
  }

  /** The cluster that was asked last. */
  get clusterId(): string {
    return this.#clusterId;
  }

  /** What the table says of a partition; undefined if it was never read. */
  stored(partition: number): StoredOffset | undefined {
    return this.#stored.get(partition);
  }

  /** After a commit. */
  moved(to: StoredOffset): void {
    this.#stored.set(to.partition, to);
  }

  /**
   * Where to read on, asked of the table and of Kafka. From the first record where the table speaks of another cluster,
   * or of records that this one does not have: what is read twice, the gate of the tables drops.
   */
  async startAt(partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    const [clusterId, offsets, stored] = await Promise.all([
      this.#messaging.clusterId(),
      this.#messaging.offsets(this.#topic),
      storedOffsets(this.#database, this.#topic),
    ]);
    this.#clusterId = clusterId;
    // The table has the word, also where it has none: a database that crashed may have lost the row of a partition.
    // Of the other partitions it may say less by now than this process, which is at work on them.
    for (const partition of partitions) {
      const one = stored.find((place) => place.partition === partition);
      if (one === undefined) this.#stored.delete(partition);
      else this.#stored.set(partition, one);
    }
    const starts = new Map<number, bigint>();
    for (const partition of partitions) {
      const found = offsets.find((one) => one.partition === partition);
      const start = found === undefined ? 0n : startOf(found, this.#stored.get(partition), clusterId);
      starts.set(partition, start);
      // A broker that was wiped may never fill this partition again: nothing to wait for is not being behind.
      if (found !== undefined) await noteBehind(this.#database, { topic: this.#topic, partition }, start < found.next);
    }
    return starts;
  }
}
