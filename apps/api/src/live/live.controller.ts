import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import { withGrants } from '../auth/emergency-grants.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import type { LiveStream } from './live-hub.ts';
import { frameOf } from './update.ts';

/** A reader that falls behind by so many bytes is let go; it connects again and asks anew. */
const mostUnsentBytes = 1_000_000;
/** A session that another process ended, or a directory that says otherwise of somebody, is noticed after so long at most. */
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

  /**
   * Whether the session still holds, whose people are theirs by now, and what is open to it in an emergency: begun and
   * ended while it listened. A token says for as long as it holds whose people they are.
   */
  private async checked(stream: LiveStream): Promise<void> {
    const { caller: before } = stream;
    const { sessionHash } = before;
    const now = sessionHash === undefined ? before : await this.resources.sessions.callerNow(sessionHash);
    if (now === undefined) return stream.close();
    stream.caller = await withGrants(this.resources, now);
    // What changed of it in between went unheard, and what is not theirs any more still stands on the page.
    if (isOpenToMore(before, stream.caller) || !isSameScope(before, stream.caller))
      stream.write(frameOf({ event: 'refetch', data: {} }));
  }
}

const isOpenToMore = (before: Caller, now: Caller): boolean =>
  now.grants.some(({ emergencyId }) => !before.grants.some((one) => one.emergencyId === emergencyId));

const isSameScope = ({ scope: before }: Caller, { scope: now }: Caller): boolean =>
  isSame(before.sites, now.sites) && isSame(before.programmes, now.programmes);

const isSame = (before: readonly string[] | undefined, now: readonly string[] | undefined): boolean =>
  before?.toSorted().join() === now?.toSorted().join();
