import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';
import type pg from 'pg';

/** Let go of last, when nothing uses them any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  readonly #log: EventLog;
  readonly #messaging: Messaging;
  readonly #pool: pg.Pool;

  constructor(log: EventLog, messaging: Messaging, pool: pg.Pool) {
    this.#log = log;
    this.#messaging = messaging;
    this.#pool = pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#log.close(), this.#messaging.close(), this.#pool.end()]);
  }
}
