import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LogUnavailable, type EventLog } from '@stepway/event-log';
import type { Client } from '@temporalio/client';

/** Let go of last, when nothing uses them any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  readonly #log: EventLog;
  readonly #client: Client;

  constructor(log: EventLog, client: Client) {
    this.#log = log;
    this.#client = client;
  }

  /** @throws NotDurable if the database could lose what a run made; one that is away is asked by the first run */
  async assertDurable(): Promise<void> {
    await this.#log.assertDurable().catch((error: unknown) => {
      if (!(error instanceof LogUnavailable)) throw error;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#log.close(), this.#client.connection.close()]);
  }
}
