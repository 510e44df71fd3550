import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withGrants } from '../auth/emergency-grants.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import type { LiveStream } from './live-hub.ts';
import { frameOf } from './update.ts';

/** A reader that falls behind by so many bytes is let go; it connects again and asks anew. */
const mostUnsentBytes = 1_000_000;
/** A session that another process ended is noticed after so long at most. */
const checkEveryMs = 5_000;

@Controller('v1/live')
export class LiveController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
  ) {}

  /**
   * Server-sent events: `census`, `episode`, `task`, `lag`, `refetch`. Ids only, of journeys that the caller may see; what
   * they stand for is asked for as usual.
   */
  @Get()
  async stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<void> {
    const { live } = this.resources;
    const caller = await this.reading.careList(request);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 1000\n\n');

    const stream: LiveStream = {
      caller,
      write: (frame) => {
        if (raw.writableLength > mostUnsentBytes) raw.destroy();
        else raw.write(frame);
      },
      close: () => raw.end(),
    };
    const check = setInterval(() => {
      // While the database is away nothing is known; it is asked again at the next turn.
      this.checked(stream).catch(() => undefined);
    }, checkEveryMs).unref();
    raw.on('close', () => {
      clearInterval(check);
      live.left(stream);
    });
    live.open(stream, lastEventId);
  }

  /** Whether the session still holds, and what is open to it in an emergency by now: begun and ended while it listened. */
  private async checked(stream: LiveStream): Promise<void> {
    const { sessionHash } = stream.caller;
    if (sessionHash !== undefined && !(await this.resources.sessions.isOpen(sessionHash))) return stream.close();
    const before = stream.caller;
    stream.caller = await withGrants(this.resources, before);
    const isNew = stream.caller.grants.some(
      ({ emergencyId }) => !before.grants.some((one) => one.emergencyId === emergencyId),
    );
    // What changed of it in between went unheard.
    if (isNew) stream.write(frameOf({ event: 'refetch', data: {} }));
  }
}
