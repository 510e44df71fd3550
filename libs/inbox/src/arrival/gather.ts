interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Sends items as they come; while all connections are busy, those that wait are gathered, and the next free one takes
 * them together. No timer: a lone item goes at the end of this turn of the event loop.
 * @param send answers for each item, in their order; if it rejects, all of them do
 */
export function gatherer<Item, Answer>(
  send: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { connections, batch, size, most }: GatherOptions<Item>,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let free = connections;
  let planned = false;

  const plan = (): void => {
    if (planned || free === 0 || waiting.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      while (free > 0 && waiting.length > 0) void go(take());
    });
  };

  const take = (): Waiting<Item, Answer>[] => {
    let total = 0;
    const fitting = waiting.findIndex(({ item }, index) => {
      total += size(item);
      return index > 0 && (index >= batch || total > most);
    });
    const group = fitting === -1 ? waiting : waiting.slice(0, fitting);
    waiting = fitting === -1 ? [] : waiting.slice(fitting);
    return group;
  };

  const go = async (group: readonly Waiting<Item, Answer>[]): Promise<void> => {
    free -= 1;
    try {
      const answers = await send(group.map(({ item }) => item));
      for (const [index, { settle, fail }] of group.entries()) {
        const answer = answers[index];
        if (answer === undefined) fail(new Error('An item was not answered'));
        else settle(answer);
      }
    } catch (error) {
      for (const { fail } of group) fail(error);
    } finally {
      free += 1;
      plan();
    }
  };

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail });
      plan();
    });
}

interface GatherOptions<Item> {
  /** Sends under way at once. */
  readonly connections: number;
  /** Most items in one send, and their most size together; one alone goes whatever its size. */
  readonly batch: number;
  readonly size: (item: Item) => number;
  readonly most: number;
}
