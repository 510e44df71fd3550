import type { EventLog } from '@stepway/event-log';
import type { CareEvent } from '@stepway/pathway';
import { RecentStreams } from './recent-streams.ts';

/** A log in which every journey has as many events as are said of it. */
function logOf(lengths: Map<string, number>) {
  const asked: [string, number][] = [];
  const readEvents: EventLog['readEvents'] = async (episodeId, after = 0) => {
    asked.push([episodeId, after]);
    const length = lengths.get(episodeId) ?? 0;
    const events = Array.from({ length: length - after }, (_, at) => ({ version: after + at + 1 }));
    return events as unknown as CareEvent[];
  };
  return { asked, readEvents };
}

const versions = (events: readonly CareEvent[]) => events.map(({ version }) => version);

describe('streams that were read lately', () => {
  it('are read on from where they were', async () => {
    const lengths = new Map([['ada', 2]]);
    const log = logOf(lengths);
    const streams = new RecentStreams(log);
    expect(versions(await streams.read('ada'))).toEqual([1, 2]);
    lengths.set('ada', 3);
    expect(versions(await streams.read('ada'))).toEqual([1, 2, 3]);
    expect(versions(await streams.read('ada'))).toEqual([1, 2, 3]);
    expect(log.asked).toEqual([
      ['ada', 0],
      ['ada', 2],
      ['ada', 3],
    ]);
  });

  it('make room when they were not used for a while, the one used longest ago first', async () => {
    let now = 0;
    const log = logOf(new Map(['ada', 'bo', 'cy'].map((id) => [id, 10])));
    const streams = new RecentStreams(log, 20, () => now);
    await streams.read('ada');
    await streams.read('bo');
    now = 1_000;
    await streams.read('cy'); // no room yet: a long list does not push itself out
    await streams.read('ada');
    now = 40_000;
    await streams.read('cy'); // in place of bo
    log.asked.length = 0;
    for (const id of ['ada', 'cy', 'bo']) expect(await streams.read(id)).toHaveLength(10);
    expect(log.asked).toEqual([
      ['ada', 10],
      ['cy', 10],
      ['bo', 0],
    ]);
  });
});
