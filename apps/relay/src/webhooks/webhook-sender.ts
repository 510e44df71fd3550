import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventLog, Leadership } from '@stepway/event-log';
import type { DueDelivery, Endpoint } from '@stepway/partners';
import { endWithError, type Logger } from '@stepway/platform';
import { Bell } from '../bell.ts';
import { attempt, circuit, type AttemptTools } from './attempt.ts';
import { fanOut, type FanOutTools } from './fan-out.ts';

export interface WebhookSenderOptions extends Omit<AttemptTools, 'now' | 'random'> {
  readonly log: Pick<EventLog, 'tryLead' | 'readPlaced' | 'onAppended'>;
  readonly logger: Logger;
  /** Deliveries of one endpoint that are under way at once. Default 8. */
  readonly atOnce?: number;
  /** How long a delivery of an event is kept once it is settled. Default 30. */
  readonly keptDays?: number;
  /** How long a delivery is one process's; longer than an attempt may take. Default 60 s. */
  readonly leaseMs?: number;
  readonly now?: () => Date;
  readonly random?: () => number;
}

/** Sends to the receivers of partners. */
const webhooks = 'webhooks';
const batch = 500;
const busyPauseMs = 25;
const idlePauseMs = 250;
const electionPauseMs = 500;
const longestPauseMs = 5_000;
const awayMs = 1_000;
const forgetEveryMs = 3_600_000;

/**
 * Tells partners by webhook: one leader puts in line what each may be told, and sends what is due. All that it knows is
 * in the database, so another goes on where it ended; at least once, by the same id.
 */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: WebhookSenderOptions;
  readonly #tools: AttemptTools & FanOutTools;
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  readonly #underWay = new Map<string, Set<Promise<void>>>();
  /** When what is kept no longer is deleted next. */
  #forgetAt = 0;
  #done: Promise<void> | undefined;

  constructor({ now = () => new Date(), random = Math.random, ...options }: WebhookSenderOptions) {
    this.#options = options;
    this.#tools = { ...options, now, random, batch };
  }

  onApplicationBootstrap(): void {
    this.#done = this.#run();
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the sending of webhooks ended'));
  }

  /** Finishes the attempts under way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  /** Looks at once whether something is due. */
  wake(): void {
    this.#bell.ring();
  }

  async #run(): Promise<void> {
    const { log, logger } = this.#options;
    const { signal } = this.#stopping;
    const stopListening = log.onAppended(() => this.#bell.ring());
    for (let failures = 0; !signal.aborted;) {
      try {
        const leadership = await log.tryLead(webhooks);
        failures = 0;
        if (leadership !== undefined) await this.#lead(leadership);
      } catch (error) {
        failures += 1;
        logger.warn({ err: error, attempt: failures }, 'webhooks wait: the database is away');
      }
      await new Bell().wait(Math.min(longestPauseMs, electionPauseMs * 2 ** failures), signal);
    }
    await stopListening();
  }

  async #lead(leadership: Leadership): Promise<void> {
    const { signal } = this.#stopping;
    try {
      for (let waitMs = busyPauseMs; !signal.aborted && !leadership.lost.aborted;) {
        await this.#tools.webhooks.subscriptions.tend(this.#tools.now());
        const endpoints = await this.#tools.webhooks.endpoints.open(this.#tools.now());
        const more = await fanOut(endpoints, this.#tools);
        for (const endpoint of endpoints) await this.#sendTo(endpoint);
        await this.#forget();
        if (more) continue;
        const rung = await this.#bell.wait(waitMs, signal);
        waitMs = rung ? busyPauseMs : Math.min(idlePauseMs, waitMs * 1.5);
      }
    } finally {
      await Promise.all([...this.#underWay.values()].flatMap((each) => [...each]));
      await leadership.release();
    }
  }

  async #forget(): Promise<void> {
    const { webhooks: store, now } = this.#tools;
    const at = now();
    if (at.getTime() < this.#forgetAt) return;
    if (!(await store.letters.forget(this.#options.keptDays ?? 30, at))) this.#forgetAt = at.getTime() + forgetEveryMs;
  }

  /** Starts what is due; how one receiver fares holds up no other. */
  async #sendTo(endpoint: Endpoint): Promise<void> {
    const { atOnce = 8, leaseMs = 60_000 } = this.#options;
    const { webhooks: store, now } = this.#tools;
    if (endpoint.pausedUntil !== null && endpoint.pausedUntil > now()) return;
    const underWay = this.#underWay.get(endpoint.endpointId) ?? new Set();
    this.#underWay.set(endpoint.endpointId, underWay);
    // After a pause a single one goes ahead, to see.
    const free = (endpoint.failures >= circuit.failures ? 1 : atOnce) - underWay.size;
    if (free <= 0) return;
    for (const delivery of await store.line.take(endpoint, free, leaseMs, now())) {
      const sending = this.#send(endpoint, delivery).finally(() => {
        underWay.delete(sending);
        this.#bell.ring(); // the next of its journey may go
      });
      underWay.add(sending);
    }
  }

  async #send(endpoint: Endpoint, delivery: DueDelivery): Promise<void> {
    const { logger } = this.#options;
    const { webhooks: store, now } = this.#tools;
    const { deliveryId, attempts } = delivery;
    try {
      const outcome = await attempt(endpoint, delivery, this.#tools);
      logger.info({ partnerId: endpoint.partnerId, deliveryId, attempt: attempts + 1, outcome }, 'a webhook was sent');
    } catch (error) {
      logger.warn({ err: error, deliveryId, attempt: attempts + 1 }, 'a webhook waits: the database is away');
      // If this is not heard either, its lease ends.
      await store.line.putOff(delivery, new Date(now().getTime() + awayMs)).catch(() => {});
    }
  }
}
