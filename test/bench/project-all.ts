import type { CareEvent } from '@stepway/pathway';
import { createProjector, type RebuildOptions, type StoredOffset } from '@stepway/read-models';

/** Projects forty journeys at a time, one event of each in turn, as a partition brings them. @returns the ms it took */
export async function projectAll(
  journeys: AsyncIterable<readonly CareEvent[]> | Iterable<readonly CareEvent[]>,
  sources: Pick<RebuildOptions, 'pool' | 'contextFor' | 'readEvents'>,
): Promise<number> {
  const projector = createProjector({ ...sources, now: () => new Date().toISOString() });
  const at = { topic: 'bench', partition: 0, clusterId: 'bench' };
  let expected: StoredOffset | undefined;
  let next = 0n;
  let spentMs = 0;
  const send = async (events: readonly CareEvent[]): Promise<void> => {
    const records = events.map((event) => ({ offset: next++, episodeId: event.episodeId, content: { event } }));
    const before = performance.now();
    await projector.project({ at, expected, next, position: next, behind: false, records });
    spentMs += performance.now() - before;
    expected = { partition: 0, clusterId: 'bench', next };
  };
  const abreast = async (group: readonly (readonly CareEvent[])[]): Promise<void> => {
    const longest = Math.max(0, ...group.map(({ length }) => length));
    const inTurn = Array.from({ length: longest }, (_, index) => group.flatMap((events) => events[index] ?? [])).flat();
    for (let start = 0; start < inTurn.length; start += 500) await send(inTurn.slice(start, start + 500));
  };
  let group: (readonly CareEvent[])[] = [];
  for await (const events of journeys) {
    group.push(events);
    if (group.length < 40) continue;
    await abreast(group);
    group = [];
  }
  await abreast(group);
  return spentMs;
}
