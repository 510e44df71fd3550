import { type CareEvent, type Journey, evolve, notOpened } from '@stepway/pathway';
import type { EventLog } from '../event-log.ts';
import { type StreamHead, emptyStream } from '../integrity/chain.ts';
import type { AppendRequest } from '../stream/append.ts';

/** A journey folded as far as its head. */
export interface HeldJourney {
  readonly journey: Journey;
  readonly head: StreamHead;
  /** Commands recorded: id → hash of the content. May already know later ones than `head`. */
  readonly commands: Map<string, Buffer>;
}

export interface HeldJourneys {
  /** As last seen here; read from the log if it never was. May be behind. */
  held(episodeId: string): Promise<HeldJourney>;
  /** As the log has it now: reads what came since. */
  current(episodeId: string): Promise<HeldJourney>;
  /** Takes over what this process has just appended. */
  keep(fresh: HeldJourney): HeldJourney;
}

/** The journeys last used, folded; the one not used for longest makes room. Each is checked by its version. */
export function holdJourneys(log: EventLog, capacity: number): HeldJourneys {
  const cache = new Map<string, HeldJourney>(); // in order of use, the latest last

  const keep = (fresh: HeldJourney): HeldJourney => {
    const { episodeId } = fresh.journey;
    const known = cache.get(episodeId);
    // Two callers may have read at once: the later state stays.
    const newest = known !== undefined && known.head.version > fresh.head.version ? known : fresh;
    cache.delete(episodeId);
    if (newest.head.version > 0) cache.set(episodeId, newest);
    const [oldest] = cache.size > capacity ? cache.keys() : [];
    if (oldest !== undefined) cache.delete(oldest);
    return newest;
  };

  const current = async (episodeId: string): Promise<HeldJourney> => {
    const before = cache.get(episodeId) ?? neverSeen(episodeId);
    const { events, head, commands } = await log.readStream(episodeId, before.head);
    for (const [commandId, commandHash] of commands) before.commands.set(commandId, commandHash);
    return keep({ journey: fold(before.journey, events), head, commands: before.commands });
  };

  return {
    held: async (episodeId) => {
      const known = cache.get(episodeId);
      return known === undefined ? current(episodeId) : keep(known);
    },
    current,
    keep,
  };
}

/** What is held once an append to it has succeeded. */
export function appendedTo(
  held: HeldJourney,
  journey: Journey,
  head: StreamHead,
  { commandId, commandHash }: Pick<AppendRequest, 'commandId' | 'commandHash'>,
): HeldJourney {
  held.commands.set(commandId, Buffer.from(commandHash));
  return { journey, head, commands: held.commands };
}

/** What the events of a journey add up to. */
export const fold = (journey: Journey, events: readonly CareEvent[]): Journey =>
  events.reduce<Journey>((before, event) => evolve(before, event), journey);

const neverSeen = (episodeId: string): HeldJourney => ({
  journey: notOpened(episodeId),
  head: emptyStream,
  commands: new Map(),
});
