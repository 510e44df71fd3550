import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';

/** Let go of last, when nothing uses them any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  readonly #log: EventLog;
  readonly #messaging: Messaging;

  constructor(log: EventLog, messaging: Messaging) {
    this.#log = log;
    this.#messaging = messaging;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#log.close(), this.#messaging.close()]);
  }
}
