import { chunksBySize } from './chunks.ts';

const message = (key: string, bytes: number) => ({ key, value: Buffer.alloc(bytes), headers: {} });

describe('messages on their way to a broker that takes 1 MiB at a time', () => {
  it('go together while they fit', () => {
    expect(chunksBySize([message('a', 10), message('b', 10)])).toHaveLength(1);
  });

  it('are cut in order when they do not', () => {
    const chunks = chunksBySize(['a', 'b', 'c', 'd', 'e'].map((key) => message(key, 400_000)));
    expect(chunks.map((chunk) => chunk.map(({ key }) => key))).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('are nothing when there are none', () => {
    expect(chunksBySize([])).toEqual([]);
  });
});
