/**
 * Lets the work on one journey wait for the work on the same journey before it: writers in one process would only
 * make each other fail. Work on different journeys runs side by side.
 */
export function oneAtATime(): <T>(episodeId: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>();
  return async (episodeId, work) => {
    const before = last.get(episodeId);
    const { promise: mine, resolve: done } = Promise.withResolvers<void>();
    last.set(episodeId, mine);
    try {
      await before;
      return await work();
    } finally {
      done();
      if (last.get(episodeId) === mine) last.delete(episodeId);
    }
  };
}
