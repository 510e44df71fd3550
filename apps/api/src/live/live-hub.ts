import type { Logger } from '@stepway/platform';
import { readCensus, readPlaces, type ReadDoorbell } from '@stepway/read-models';
import type pg from 'pg';
import type { Caller } from '../auth/caller.ts';
import { isEverywhere } from '../auth/policy.ts';
import type { ApiMetrics } from '../operations/api-metrics.ts';
import type { LagWatch } from '../operations/lag-watch.ts';
import { createReplay } from './replay.ts';
import { censusFor, frameOf, framesOf, heardBy, type Update } from './update.ts';

/** One open stream of live updates, as the hub sees it. */
export interface LiveStream {
  /** Set anew when what is open to them changes. */
  caller: Caller;
  /** Writes one server-sent event. */
  write(frame: string): void;
  close(): void;
}

export interface LiveHub {
  /** Adds a stream; it first gets what it missed, or `refetch` if that is not known any more. */
  open(stream: LiveStream, lastEventId: string | undefined): void;
  left(stream: LiveStream): void;
  /** Ends the streams of a session at once: somebody signed out. */
  closeSession(sessionHash: Buffer): void;
  close(): void;
}

export interface LiveHubOptions {
  readonly doorbell: ReadDoorbell;
  readonly pool: pg.Pool;
  readonly lag: LagWatch;
  readonly logger: Logger;
  readonly metrics: ApiMetrics;
  readonly now: () => Date;
}

/** Updates go out at most so often; what changes in between goes together. */
const updateEveryMs = 50;
const censusEveryMs = 500;
const lagEveryMs = 1_000;
/** Too many to name: lists are fetched anew. */
const mostEpisodes = 500;

/** One listener for the whole process, fanned out to all open streams. */
export function createLiveHub({ doorbell, pool, lag, logger, metrics, now }: LiveHubOptions): LiveHub {
  const streams = new Set<LiveStream>();
  const replay = createReplay(1_000);
  let changed = new Set<string>();
  let tasksChanged = new Set<string>();
  let narrowTold = Promise.resolve();
  let unknown = false;
  let censusChanged = false;
  let censusAt = 0;
  let position = 0n;
  let sentAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const broadcast = (frame: string): void => {
    for (const stream of streams) stream.write(frame);
  };
  const later = (inMs: number): void => {
    if (!closed) timer ??= setTimeout(() => void send(), Math.max(0, inMs));
  };
  /** To those who see only some people: one look for all of them where the journeys are. */
  const tellPart = async (listeners: readonly LiveStream[], update: Update): Promise<void> => {
    const ids = update.episodeIds === 'unknown' ? [] : update.episodeIds;
    const places = await readPlaces(pool, ids).catch((error: unknown) => {
      logger.warn({ err: error }, 'where the changed journeys are could not be read for live updates');
    });
    for (const stream of listeners) {
      const heard: Update | undefined =
        places === undefined
          ? { id: update.id, episodeIds: 'unknown', withTasks: [] }
          : heardBy(stream.caller, update, places, now().getTime());
      if (heard !== undefined && streams.has(stream)) stream.write(framesOf(heard));
    }
  };
  const sendEpisodes = (): void => {
    if (changed.size === 0 && !unknown) return;
    const update: Update =
      unknown || changed.size > mostEpisodes
        ? { id: String(position), episodeIds: 'unknown', withTasks: [] }
        : { id: String(position), episodeIds: [...changed], withTasks: [...tasksChanged] };
    changed = new Set();
    tasksChanged = new Set();
    unknown = false;
    const frames = framesOf(update);
    replay.add(update.id, frames);
    const narrow: LiveStream[] = [];
    for (const stream of streams)
      if (isEverywhere(stream.caller.scope)) stream.write(frames);
      else narrow.push(stream);
    // One after the other, so that nobody hears them in another order.
    if (narrow.length > 0) narrowTold = narrowTold.then(() => tellPart(narrow, update));
  };
  const sendCensus = async (): Promise<void> => {
    const wait = censusAt + censusEveryMs - Date.now();
    if (!censusChanged || streams.size === 0) return;
    if (wait > 0) return later(wait);
    censusChanged = false;
    censusAt = Date.now();
    try {
      const census = await readCensus(pool, { now: now().toISOString() });
      for (const stream of streams) stream.write(frameOf({ event: 'census', data: censusFor(stream.caller, census) }));
    } catch (error) {
      censusChanged = true;
      logger.warn({ err: error }, 'the census could not be read for live updates');
      later(2_000);
    }
  };
  const send = async (): Promise<void> => {
    timer = undefined;
    sentAt = Date.now();
    sendEpisodes();
    await sendCensus();
  };

  const deaf = [
    doorbell.onChange((change) => {
      const at = BigInt(change.position);
      if (at > position) position = at;
      if (change.episodes === undefined) unknown = true;
      for (const [episodeId, , tasks] of change.episodes ?? []) {
        changed.add(episodeId);
        if (tasks) tasksChanged.add(episodeId);
      }
      if (change.census) censusChanged = true;
      later(sentAt + updateEveryMs - Date.now());
    }),
    // What rang before is not known: everybody asks anew.
    doorbell.onHearing(() => {
      unknown = true;
      censusChanged = true;
      later(0);
    }),
  ];
  const lagTimer = setInterval(() => {
    broadcast(frameOf({ event: 'lag', data: lag.current }));
    const moment = now().getTime();
    for (const stream of streams) if (stream.caller.expiresAt <= moment) stream.close();
  }, lagEveryMs).unref();

  return {
    open: (stream, lastEventId) => {
      if (closed) return stream.close();
      streams.add(stream);
      metrics.liveStreams.set(streams.size);
      stream.write(frameOf({ event: 'lag', data: lag.current }));
      if (lastEventId === undefined) return;
      // What was missed is kept as it is for who sees everybody; the others ask anew.
      const missed = isEverywhere(stream.caller.scope) ? replay.after(lastEventId) : undefined;
      if (missed === undefined) stream.write(frameOf({ event: 'refetch', data: {} }, String(position)));
      else for (const frame of missed) stream.write(frame);
    },
    left: (stream) => {
      streams.delete(stream);
      metrics.liveStreams.set(streams.size);
    },
    closeSession: (sessionHash) => {
      for (const stream of streams) if (stream.caller.sessionHash?.equals(sessionHash) === true) stream.close();
    },
    close: () => {
      closed = true;
      for (const end of deaf) end();
      clearInterval(lagTimer);
      clearTimeout(timer);
      for (const stream of streams) stream.close();
    },
  };
}
