import { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../http/problem.ts';
import { fromTheFirst, asTaken, type Lines } from './as-taken.ts';

/** So many files of one partner at once. */
const downloadsAtOnce = 4;

interface Download {
  stream?: Readable;
}

/** Files under way to partners. Nothing but a socket is held for a reader that is slow: no connection of the database. */
@Injectable()
export class ExportDownloads implements OnModuleDestroy {
  readonly #open = new Map<string, Set<Download>>();
  readonly #slowestReaderMs: number;

  /** @param options.slowestReaderMs who takes nothing for so long is let go, and begins anew; default a minute */
  constructor({ slowestReaderMs = 60_000 }: { readonly slowestReaderMs?: number } = {}) {
    this.#slowestReaderMs = slowestReaderMs;
  }

  /**
   * Sends it as it is taken; the first lines are made before there is an answer, so that what cannot be told is refused.
   * @throws ProblemError 429
   */
  async send(
    partnerId: string,
    lines: Lines,
    reply: FastifyReply,
    headers: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { download, release } = this.#hold(partnerId);
    reply.raw.once('close', release);
    try {
      const first = await lines.next();
      const stream = asTaken(fromTheFirst(first, lines));
      download.stream = stream;
      // Whoever left meanwhile is told nothing.
      if (reply.raw.destroyed) return void stream.destroy();
      reply.raw.setTimeout(this.#slowestReaderMs, () => reply.raw.destroy());
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      reply.code(200).send(stream);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The API stops: what is under way is cut, and asked for again. */
  onModuleDestroy(): void {
    for (const downloads of this.#open.values())
      for (const { stream } of downloads) stream?.destroy(new Error('The API stops'));
  }

  #hold(partnerId: string): { readonly download: Download; readonly release: () => void } {
    const downloads = this.#open.get(partnerId) ?? new Set();
    if (downloads.size >= downloadsAtOnce) throw tooManyDownloads();
    const download: Download = {};
    this.#open.set(partnerId, downloads.add(download));
    const release = (): void => {
      downloads.delete(download);
      if (downloads.size === 0 && this.#open.get(partnerId) === downloads) this.#open.delete(partnerId);
    };
    return { download, release };
  }
}

const tooManyDownloads = (): ProblemError =>
  new ProblemError({
    name: 'too-many-downloads',
    status: 429,
    title: 'So many files of one partner at once are not sent: wait until one is whole',
    headers: { 'retry-after': '5' },
  });
