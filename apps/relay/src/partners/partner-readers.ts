import { partnerReader, type Messaging } from '@stepway/messaging';
import type { Partner } from '@stepway/contracts';
import type { Logger } from '@stepway/platform';

/**
 * Who may read at Kafka, as it is registered: an active partner what begins with its own prefix, another nothing. What the
 * cluster refuses to us or cannot take now is tried again at the next look, and said once.
 */
export class PartnerReaders {
  readonly #kept = new Map<string, boolean>();
  #following: Promise<void> | undefined;
  #said = false;

  constructor(
    private readonly messaging: Messaging,
    private readonly logger: Logger,
  ) {}

  /** Never waits: a cluster that does not answer holds up no stream. */
  follow(partners: readonly Partner[]): void {
    this.#following ??= this.#bringUpToDate(partners).finally(() => {
      this.#following = undefined;
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#following, this.messaging.close()]);
  }

  async #bringUpToDate(partners: readonly Partner[]): Promise<void> {
    try {
      for (const { partnerId, active } of partners) {
        if (this.#kept.get(partnerId) === active) continue;
        const reader = partnerReader(partnerId);
        await (active ? this.messaging.allowReading(reader) : this.messaging.endReading(reader));
        this.#kept.set(partnerId, active);
      }
      this.#said = false;
    } catch (error) {
      if (!this.#said) this.logger.warn({ err: error }, 'who may read of the partners cannot be kept at Kafka');
      this.#said = true;
    }
  }
}
