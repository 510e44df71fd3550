import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LogUnavailable, type EventLog } from '@stepway/event-log';
import type { PublishedProgrammes } from '@stepway/platform';
import type { Client } from '@temporalio/client';
import type pg from 'pg';

interface Connected {
  readonly log: EventLog;
  readonly client: Client;
  readonly programmes: PublishedProgrammes;
  /** For the programmes. */
  readonly pool: pg.Pool;
}

/** Let go of last, when nothing uses them any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  readonly #connected: Connected;

  constructor(connected: Connected) {
    this.#connected = connected;
  }

  /** @throws NotDurable if the database could lose what a run made; one that is away is asked by the first run */
  async assertDurable(): Promise<void> {
    await this.#connected.log.assertDurable().catch((error: unknown) => {
      if (!(error instanceof LogUnavailable)) throw error;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    const { log, client, programmes, pool } = this.#connected;
    programmes.stop();
    await Promise.all([log.close(), client.connection.close(), pool.end()]);
  }
}
