import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { mayReadCare } from '../auth/permissions.ts';
import { notAllowed } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import type { LiveStream } from './live-hub.ts';

/** A reader that falls behind by so many bytes is let go; it connects again and asks anew. */
const mostUnsentBytes = 1_000_000;
/** A session that another process ended is noticed after so long at most. */
const checkEveryMs = 5_000;

@Controller('v1/live')
export class LiveController {
  constructor(private readonly resources: Resources) {}

  /** Server-sent events: `census`, `episode`, `lag`, `refetch`. Ids only; what they stand for is asked for as usual. */
  @Get()
  stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): void {
    const { live, sessions } = this.resources;
    const caller = callerOf(request);
    if (!mayReadCare(caller.actor.role)) throw notAllowed('Your role sees no journeys');
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
    const { sessionHash } = caller;
    const check = setInterval(() => {
      if (sessionHash === undefined) return;
      sessions.isOpen(sessionHash).then(
        (open) => open || stream.close(),
        () => undefined, // the database is away: asked again at the next turn
      );
    }, checkEveryMs).unref();
    raw.on('close', () => {
      clearInterval(check);
      live.left(stream);
    });
    live.open(stream, lastEventId);
  }
}
