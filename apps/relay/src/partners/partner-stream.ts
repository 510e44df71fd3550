import type { Logger } from '@stepway/platform';
import { Bell } from '../bell.ts';
import { PublishedByAnother } from '../care-topic.ts';
import { openPartnerTopic, type PartnerTopic, type PartnerTopicOptions } from './partner-topic.ts';

const busyPauseMs = 25;
const idlePauseMs = 1_000;
const electionPauseMs = 1_000;
const longestRetryMs = 60_000;

/** Tells one partner what may be told, for as long as it runs. Its trouble is its own: it waits longer and longer. */
export class PartnerStream {
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  constructor(
    private readonly partnerId: string,
    private readonly options: PartnerTopicOptions & { readonly logger: Logger },
  ) {
    this.#done = this.#run();
  }

  ring(): void {
    this.#bell.ring();
  }

  /** Finishes the batch under way, moves its checkpoint, lets go. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
    await this.options.messaging.close();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted;) {
      let topic: PartnerTopic | undefined;
      try {
        topic = await openPartnerTopic(this.partnerId, this.options);
        await this.#follow(topic, () => (failures = 0));
      } catch (error) {
        if (error instanceof PublishedByAnother) failures = 0;
        else await this.#failed(error, (failures += 1));
      } finally {
        await topic?.release().catch(() => undefined); // lost with its connection: nothing is held any more
      }
      await new Bell().wait(pauseAfter(failures), signal);
    }
  }

  /** Until the stop, or until something fails. */
  async #follow(topic: PartnerTopic, onWell: () => void): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = busyPauseMs; !signal.aborted;) {
      const looked = await topic.publish();
      onWell();
      if (looked === this.options.batch) continue;
      if (looked > 0) waitMs = busyPauseMs;
      // A ring comes before the event has its place: so look often for a while after each.
      const rung = await this.#bell.wait(waitMs, signal);
      waitMs = rung ? busyPauseMs : Math.min(idlePauseMs, waitMs * 1.5);
    }
  }

  async #failed(error: unknown, attempt: number): Promise<void> {
    const { logger, partners } = this.options;
    logger.warn({ err: error, partner: this.partnerId, attempt }, 'a partner cannot be told anything; it waits');
    // Seen by the partner where the database still answers; where it does not, everything waits.
    await partners.progress.troubled(this.partnerId).catch(() => undefined);
  }
}

const pauseAfter = (failures: number): number =>
  failures === 0 ? electionPauseMs : Math.min(longestRetryMs, 100 * 2 ** failures);
