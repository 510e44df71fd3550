/** The last updates, for a browser that comes back after a short break. */
export interface Replay {
  add(id: string, frame: string): void;
  /** What was sent after `id`, perhaps with some of the same id again; undefined if that is not known any more. */
  after(id: string): readonly string[] | undefined;
}

export function createReplay(capacity: number): Replay {
  const kept: { readonly id: string; readonly frame: string }[] = [];
  return {
    add: (id, frame) => {
      kept.push({ id, frame });
      if (kept.length > capacity) kept.shift();
    },
    after: (id) => {
      const first = kept.findIndex((one) => one.id === id);
      return first === -1 ? undefined : kept.slice(first + 1).map(({ frame }) => frame);
    },
  };
}
