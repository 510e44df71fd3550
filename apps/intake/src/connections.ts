import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';
import type { PublishedProgrammes } from '@stepway/platform';
import type { Client } from '@temporalio/client';
import type pg from 'pg';

interface Connected {
  readonly log: EventLog;
  readonly client: Client;
  readonly messaging: Messaging;
  readonly programmes: PublishedProgrammes;
  /** For the inbox and identity. */
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
    const { log, client, messaging, programmes, pool } = this.#connected;
    programmes.stop();
    await Promise.allSettled([log.close(), messaging.close(), client.connection.close(), pool.end()]);
  }
}
