import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMessaging, type Messaging, type ReceivedMessage, type RunningConsumer } from '@stepway/messaging';
import { createLogger } from '@stepway/platform';
import type { Stack } from '@stepway/test-support';

/** Something that came to a partner, and when. */
export interface Came {
  readonly at: number;
  /** The attributes of CloudEvents. */
  readonly told: Readonly<Record<string, string>>;
  /** Every byte of it: key, headers, value; or headers and body. */
  readonly bytes: string;
}

/** What a partner reads and is posted: in the order in which it came, with whatever comes twice. */
export class PartnerSide {
  readonly onTopic: Came[] = [];
  readonly posted: Came[] = [];
  readonly #messaging: Messaging;
  readonly #readers: RunningConsumer[] = [];
  readonly #server: Server;

  private constructor(messaging: Messaging, server: Server) {
    this.#messaging = messaging;
    this.#server = server;
  }

  static async of(stack: Stack): Promise<PartnerSide> {
    const notices = createLogger({ program: 'spec', level: 'silent' });
    const messaging = createMessaging({ kafka: stack.kafka(), program: 'spec', notices });
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        response.writeHead(204).end();
        const told: Record<string, string> = JSON.parse(body);
        const bytes = `${JSON.stringify(request.headers)}\n${body}`;
        side.posted.push({ at: Date.now(), told, bytes });
      });
    });
    const side = new PartnerSide(messaging, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return side;
  }

  /** Where it is posted to. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Reads a topic from its first record on. */
  async read(topic: string): Promise<void> {
    const reader = await this.#messaging.run({
      ...{ topic, groupId: `spec-${randomUUID()}`, startAt: () => Promise.resolve(new Map()) },
      handle: ({ messages }) => {
        for (const message of messages) this.onTopic.push({ at: Date.now(), ...cameBy(message) });
        return Promise.resolve();
      },
    });
    this.#readers.push(reader);
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.stop()));
    await this.#messaging.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function cameBy({ key, headers, value }: ReceivedMessage): Omit<Came, 'at'> {
  const told = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.replace(/^ce_/, ''), text]));
  return { told, bytes: `${key}\n${JSON.stringify(headers)}\n${String(value)}` };
}
