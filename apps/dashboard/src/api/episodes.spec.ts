import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { pastEpisodesQuery } from './episodes.ts';

describe('the board of the past', () => {
  afterEach(() => jest.restoreAllMocks());

  it('that was left while it was read is read again by who comes back, and not shown in part as if it were whole', async () => {
    const asked: string[] = [];
    jest.spyOn(globalThis, 'fetch').mockImplementation((path, init) => {
      asked.push(JSON.stringify(path));
      if (asked.length === 1) return Promise.resolve(Response.json({ items: [], next: 'more' }));
      // The second page takes its time; who goes away asks no more for it.
      return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('left'))));
    });
    const client = new QueryClient();
    const moment = { asOf: '2026-11-20T10:00:00.000Z', sense: 'known' } as const;
    // No timer for what is not looked at any more: it would keep the specs from ending.
    const query = { ...pastEpisodesQuery('on-the-board', moment), gcTime: Infinity };
    const leave = new QueryObserver(client, query).subscribe(() => undefined);
    while (asked.length < 2) await new Promise(setImmediate);
    leave();
    await new Promise(setImmediate);
    const again = new QueryObserver(client, query);
    const stop = again.subscribe(() => undefined);
    expect(again.getCurrentResult().isFetching).toBe(true);
    stop();
    client.clear();
  });
});
