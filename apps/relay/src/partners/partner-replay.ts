import { LeadershipLost } from '@stepway/event-log';
import { partnerMessage, partnerReplaySettings } from '@stepway/messaging';
import { prepareDelivery, type Replay } from '@stepway/partners';
import type { Logger } from '@stepway/platform';
import { Bell } from '../bell.ts';
import { deliveryTools, type PartnerTopicOptions } from './partner-topic.ts';

const longestRetryMs = 60_000;

/**
 * Tells a partner again what it asked for, on a topic of its own, through the consents that hold when it is told: of
 * somebody who revoked meanwhile nothing, not even that. Goes on where another relay left off.
 */
export class PartnerReplay {
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  #over = false;

  constructor(
    private readonly job: Replay,
    private readonly options: PartnerTopicOptions & { readonly logger: Logger },
  ) {
    this.#done = this.#run();
  }

  /** Finished, by this relay or another. */
  get isOver(): boolean {
    return this.#over;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { messaging, logger } = this.options;
    const { signal } = this.#stopping;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.#tell();
        break;
      } catch (error) {
        logger.warn({ err: error, partner: this.job.partnerId, attempt }, 'a replay cannot go on; it waits');
        await new Bell().wait(Math.min(longestRetryMs, 100 * 2 ** attempt), signal);
      }
    }
    await messaging.close();
    this.#over = true;
  }

  /** Ends at the end of the replay, at the stop, or at once where another relay tells it. */
  async #tell(): Promise<void> {
    const { jobId, partnerId, afterPosition, untilPosition } = this.job;
    const { log, messaging, partners, origin, batch } = this.options;
    const leadership = await log.tryLead(`partner-replay.${jobId}`);
    if (leadership === undefined) return;
    try {
      const settings = partnerReplaySettings(partnerId, jobId);
      await messaging.ensureTopics([settings]);
      let reached = leadership.position > afterPosition ? leadership.position : afterPosition;
      while (reached < untilPosition && !this.#stopping.signal.aborted) {
        if (leadership.lost.aborted) throw new LeadershipLost(leadership.processor);
        const registered = await partners.registrations.find(partnerId);
        if (registered === undefined) throw new Error(`Partner ${partnerId} is not registered`);
        const page = await log.readPlaced(reached, batch);
        const events = page.filter(({ position }) => position <= untilPosition);
        const messages = await prepareDelivery(
          events,
          { to: { ...registered, from: origin }, channel: 'replay', occasion: jobId, withEnds: false },
          deliveryTools(this.options),
        );
        if (messages.length > 0)
          await messaging.send(
            settings.topic,
            messages.map((message) => partnerMessage(message, { replay: 'true' })),
          );
        reached = events.at(-1)?.position ?? untilPosition;
        await leadership.checkpoint(reached);
        await partners.replays.moved(jobId, reached, messages.length);
      }
      if (reached >= untilPosition) await partners.replays.finished(jobId);
    } finally {
      await leadership.release();
    }
  }
}
