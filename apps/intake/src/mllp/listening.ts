import { readFileSync } from 'node:fs';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Configuration, Logger } from '@stepway/platform';
import type { Receive } from './answer.ts';
import type { Heard } from './conversation.ts';
import { MllpServer } from './mllp-server.ts';

export interface ListeningOptions {
  readonly settings: Configuration['mllp'];
  readonly receive: Receive;
  readonly logger: Logger;
}

/** Listens for HL7 v2 as long as the process lives. */
@Injectable()
export class Listening implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #server: MllpServer;
  readonly #logger: Logger;

  constructor({ settings: { host, port, tls }, receive, logger }: ListeningOptions) {
    this.#logger = logger;
    const read = (file: string): string => readFileSync(file, 'utf8');
    this.#server = new MllpServer({
      ...{ host, port, receive, heard: (what) => this.#note(what) },
      ...(tls && { tls: { key: read(tls.keyFile), cert: read(tls.certFile), ca: read(tls.caFile) } }),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const port = await this.#server.start();
    this.#logger.info({ port }, 'HL7 v2 is heard');
  }

  /** Answers what was read. */
  beforeApplicationShutdown(): Promise<void> {
    return this.#server.stop(3_000);
  }

  /** Codes only: nothing that a message said. */
  #note(heard: Heard): void {
    if (heard.what === 'answered' && heard.code === 'AA') this.#logger.debug(heard, 'a message was answered');
    else this.#logger.warn(heard, 'HL7 v2 was not taken');
  }
}
