import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
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

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#log.close(), this.#client.connection.close()]);
  }
}
