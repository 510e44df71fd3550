import type { CareEvent } from '@stepway/pathway';
import { streamsOf } from './streams.ts';

const ids = Array.from({ length: 20 }, (_, at) => `e${at}`);

function reading(fails?: string) {
  const begun: string[] = [];
  const readEvents = async (episodeId: string): Promise<readonly CareEvent[]> => {
    begun.push(episodeId);
    if (episodeId === fails) throw new Error(episodeId);
    return [{ episodeId }] as unknown as CareEvent[];
  };
  return { begun, readEvents };
}

describe('the streams of journeys', () => {
  it('come in the order of their ids, whichever was read first', async () => {
    const { readEvents } = reading();
    const seen: string[] = [];
    for await (const [event] of streamsOf(ids, readEvents)) seen.push(event?.episodeId ?? '');
    expect(seen).toEqual(ids);
  });

  it('are read a few ahead, and no more than are wanted', async () => {
    const { begun, readEvents } = reading();
    let left = 3;
    for await (const _ of streamsOf(ids, readEvents, () => left)) if (--left === 0) break;
    expect(begun).toEqual(['e0', 'e1', 'e2']);
  });

  it('end with the trouble of the one that cannot be read, and with no other', async () => {
    const { readEvents } = reading('e2');
    const seen: string[] = [];
    const all = async () => {
      for await (const [event] of streamsOf(ids, readEvents)) seen.push(event?.episodeId ?? '');
    };
    await expect(all()).rejects.toThrow('e2');
    expect(seen).toEqual(['e0', 'e1']);
  });
});
