import { setImmediate as turn } from 'node:timers/promises';
import { gatherer } from './gather.ts';

/** A place to send to that answers when it is told to. */
function slowPlace(options: { batch?: number; most?: number } = {}) {
  const sent: string[][] = [];
  const ends: (() => void)[] = [];
  const add = gatherer<string, string>(
    (items) => {
      sent.push([...items]);
      return new Promise((resolve) => ends.push(() => resolve(items.map((item) => item.toUpperCase()))));
    },
    { connections: 1, batch: 3, most: 100, size: ({ length }) => length, ...options },
  );
  return { add, sent, end: () => ends.shift()?.() };
}

describe('items that are gathered', () => {
  it('go alone while nothing is under way, and each has its own answer', async () => {
    const { add, sent, end } = slowPlace();
    const answer = add('a');
    await turn();
    end();
    expect(await answer).toBe('A');
    expect(sent).toEqual([['a']]);
  });

  it('go together when the connection is free again, no more than a batch', async () => {
    const { add, sent, end } = slowPlace();
    const answers = ['a', 'b', 'c', 'd', 'e'].map((item, index) =>
      index === 0 ? add(item) : turn().then(() => add(item)),
    );
    for (let sends = 0; sends < 3; sends += 1) {
      await turn();
      await turn();
      end();
    }
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(sent).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('go in parts where they are large together, and a very large one goes alone', async () => {
    const { add, sent, end } = slowPlace({ most: 4 });
    const answers = ['aaaaaaaa', 'bbb', 'cc'].map(add);
    for (let sends = 0; sends < 3; sends += 1) {
      await turn();
      end();
      await turn();
    }
    await Promise.all(answers);
    expect(sent).toEqual([['aaaaaaaa'], ['bbb'], ['cc']]);
  });

  it('are refused together where the sending is, and the next ones go', async () => {
    let failures = 1;
    const add = gatherer<number, number>(
      (items) => (failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve(items.map((item) => item * 2))),
      { connections: 1, batch: 10, most: 100, size: () => 1 },
    );
    const first = [add(1), add(2)];
    for (const answer of first) await expect(answer).rejects.toThrow('away');
    expect(await add(3)).toBe(6);
  });
});
