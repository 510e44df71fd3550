import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { AckCode } from '@stepway/clinical-codes';
import { answerTo, type Answer, type Peer, type Receive } from './answer.ts';
import { Frames, type Framed } from './frames.ts';
import type { Refusal } from './refusals.ts';

export interface Limits {
  /** Bytes of a frame. */
  readonly longestFrame: number;
  /** Messages of one connection that wait for their answer; beyond them nothing more is read from it. */
  readonly mostWaiting: number;
  /** A connection on which nothing happens is closed. */
  readonly idleMs: number;
  /** So is one on which a frame has begun, or an answer waits, and nothing comes of it. */
  readonly stuckMs: number;
}

/** What happens, for logs and figures: nothing that a message said. */
export type Heard =
  | { readonly what: 'answered'; readonly code: AckCode; readonly refusal?: Refusal }
  | { readonly what: 'closed'; readonly why: 'idle' | 'stuck' | 'not-mllp' | 'broken' }
  | { readonly what: 'turned-away'; readonly why: 'too-many' | 'tls' | 'broken' };

export interface ConversationOptions {
  readonly peer: Peer;
  readonly receive: Receive;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly heard: (what: Heard) => void;
}

const mostStray = 1_024;

/** One connection: each frame has one answer, in the order of the frames. */
export class Conversation {
  readonly #socket: Socket;
  readonly #options: ConversationOptions;
  readonly #frames: Frames;
  #waiting = 0;
  /** Done when all answers so far are written. */
  #answered: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: Socket, options: ConversationOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#frames = new Frames(options.limits.longestFrame);
    socket.on('data', this.#read);
    socket.on('end', () => void this.end());
    socket.on('error', () => this.#close('broken'));
    socket.on('close', () => clearTimeout(this.#timer));
    this.#expect();
  }

  /** Reads no more, answers what was read, and closes. */
  async end(): Promise<void> {
    this.#socket.off('data', this.#read);
    this.#socket.pause();
    await this.#answered;
    this.#socket.end();
    this.#socket.resume(); // what still comes is passed over, or the end of the other side would not be seen
  }

  readonly #read = (chunk: Buffer): void => {
    const wasInside = this.#frames.isInside;
    const found = this.#frames.push(chunk);
    if (this.#frames.stray > mostStray) return this.#close('not-mllp');
    for (const frame of found) this.#take(frame);
    if (found.length > 0 || wasInside !== this.#frames.isInside) this.#expect();
    if (this.#waiting > this.#options.limits.mostWaiting) this.#socket.pause();
  };

  #take(frame: Framed): void {
    this.#waiting += 1;
    const answer = answerTo(frame, this.#options); // begun at once, so that many are stored together
    this.#answered = this.#answered.then(async () => this.#write(await answer)).catch(() => this.#close('broken'));
  }

  async #write({ bytes, ...answered }: Answer): Promise<void> {
    this.#waiting -= 1;
    if (this.#socket.destroyed) return;
    this.#options.heard({ what: 'answered', ...answered });
    if (!this.#socket.write(bytes)) await this.#drained();
    this.#expect();
    if (this.#waiting <= this.#options.limits.mostWaiting / 2 && this.#socket.isPaused()) this.#resume();
  }

  /** Not after the end was asked for: then nothing listens any more. */
  #resume(): void {
    if (this.#socket.listenerCount('data') > 0) this.#socket.resume();
  }

  /** Until the other side has taken what was written, or is gone. */
  async #drained(): Promise<void> {
    const over = new AbortController();
    const either = ['drain', 'close'].map((event) => once(this.#socket, event, { signal: over.signal }));
    await Promise.race(either).catch(() => undefined);
    over.abort();
    await Promise.allSettled(either);
  }

  /** The next thing must happen soon where one was begun, else some time. */
  #expect(): void {
    clearTimeout(this.#timer);
    if (this.#socket.destroyed) return;
    const { idleMs, stuckMs } = this.#options.limits;
    const isBusy = this.#frames.isInside || this.#waiting > 0;
    this.#timer = setTimeout(() => this.#close(isBusy ? 'stuck' : 'idle'), isBusy ? stuckMs : idleMs);
  }

  #close(why: Extract<Heard, { what: 'closed' }>['why']): void {
    clearTimeout(this.#timer);
    if (this.#socket.destroyed && why !== 'broken') return;
    this.#options.heard({ what: 'closed', why });
    this.#socket.destroy();
  }
}
