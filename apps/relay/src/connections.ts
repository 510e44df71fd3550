import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';
import type pg from 'pg';

export interface Connected {
  readonly logs: readonly EventLog[];
  readonly messaging: Messaging;
  readonly pool: pg.Pool;
}

/** Let go of last, when nothing uses them any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  readonly #connected: Connected;

  constructor(connected: Connected) {
    this.#connected = connected;
  }

  async onApplicationShutdown(): Promise<void> {
    const { logs, messaging, pool } = this.#connected;
    await Promise.all([...logs.map((log) => log.close()), messaging.close(), pool.end()]);
  }
}
