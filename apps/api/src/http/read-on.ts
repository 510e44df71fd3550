import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** Whoever sends more than this after a refusal is cut off. */
const mostReadOn = 64 * 1024 * 1024;

/**
 * A sender whose connection is closed while it still sends finds its pipe broken instead of the reason (RFC 9112 §9.6).
 * So what is refused for its size is read to its end and thrown away before it is answered; the server's limit of time
 * for a request holds here too.
 */
export function readOnBeforeRefusal(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode === 413 && !raw.readableEnded) await readOn(raw);
  });
}

const readOn = (body: IncomingMessage): Promise<void> =>
  new Promise((done) => {
    let left = mostReadOn;
    finished(body, { writable: false }, () => done());
    body.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) return;
      body.pause();
      done();
    });
  });
