import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const end = Buffer.of(0x1c, 0x0d);

/** A laboratory's connection: messages go out at once, each is answered in order. */
export class MllpClient {
  readonly #socket: Socket;
  readonly #waiting: { readonly settle: () => void; readonly fail: (error: Error) => void }[] = [];
  #held: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#read(data));
    socket.on('close', () => this.#waiting.splice(0).forEach(({ fail }) => fail(new Error('The connection broke'))));
    socket.on('error', () => undefined);
  }

  static async to(address: string): Promise<MllpClient> {
    const [host = '', port = ''] = address.split(':');
    const socket = connect(Number(port), host);
    await once(socket, 'connect');
    return new MllpClient(socket);
  }

  /** Resolves when it was acknowledged (AA). @throws where it was answered otherwise, or not at all */
  send(message: string): Promise<void> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ settle, fail });
      this.#socket.write(`\u000b${message}\u001c\r`);
    });
  }

  close(): void {
    this.#socket.end();
  }

  #read(data: Buffer): void {
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    for (let at = this.#held.indexOf(end); at !== -1; at = this.#held.indexOf(end)) {
      const answer = this.#held.subarray(0, at);
      this.#held = this.#held.subarray(at + end.length);
      const first = this.#waiting.shift();
      if (answer.includes('\rMSA|AA|')) first?.settle();
      else first?.fail(new Error('A message was not acknowledged'));
    }
  }
}
