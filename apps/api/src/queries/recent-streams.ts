import type { EventLog } from '@stepway/event-log';
import type { CareEvent } from '@stepway/pathway';

/** So many events are kept, about a kilobyte or two each: those of some hundred people who were long in care. */
const mostEvents = 60_000;
/** What was used within this time does not make room: a long list must not push itself out before it is read again. */
const keptMs = 30_000;

interface Held {
  readonly events: readonly CareEvent[];
  usedAt: number;
}

/**
 * Streams that were read lately. Who looks back looks at the same people as of one moment after the other: the log only
 * grows, so that of a stream that is held only what came since is read. Free text and names are sealed in it as they are
 * in the log.
 */
export class RecentStreams {
  private readonly held = new Map<string, Held>();
  private size = 0;

  constructor(
    private readonly log: Pick<EventLog, 'readEvents'>,
    private readonly most = mostEvents,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** All events of a journey as the log has them now. */
  async read(episodeId: string): Promise<readonly CareEvent[]> {
    const known = this.held.get(episodeId)?.events;
    const fresh = await this.log.readEvents(episodeId, known?.at(-1)?.version);
    const events = known === undefined ? fresh : fresh.length === 0 ? known : [...known, ...fresh];
    this.hold(episodeId, { events, usedAt: this.clock() });
    return events;
  }

  private hold(episodeId: string, fresh: Held): void {
    const before = this.held.get(episodeId)?.events.length ?? 0;
    const room = (): boolean => this.size - before + fresh.events.length <= this.most;
    // A map goes through its keys from the one used longest ago.
    for (const [id, { events, usedAt }] of this.held) {
      if (room() || fresh.usedAt - usedAt < keptMs) break;
      if (id === episodeId) continue;
      this.held.delete(id);
      this.size -= events.length;
    }
    if (!room()) return;
    this.held.delete(episodeId);
    this.held.set(episodeId, fresh);
    this.size += fresh.events.length - before;
  }
}
