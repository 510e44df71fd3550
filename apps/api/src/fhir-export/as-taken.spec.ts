import { setImmediate } from 'node:timers/promises';
import { asTaken, fromTheFirst, type Lines } from './as-taken.ts';

describe('what is told line by line', () => {
  let made: number;
  async function* lines(): Lines {
    for (made = 0; made < 100;) {
      made += 1;
      await setImmediate();
      yield `${made}\n`;
    }
  }

  it('is made only as it is taken: who is slow is told later, and of nobody who said no meanwhile', async () => {
    const stream = asTaken(lines());
    const taken: string[] = [];
    for await (const line of stream) {
      taken.push(String(line));
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
      expect(made - taken.length).toBeLessThanOrEqual(2);
      if (taken.length === 10) break;
    }
    expect(made).toBeLessThanOrEqual(12);
    expect(stream.destroyed).toBe(true);
  });

  it('is whole, with the first that was made before there was an answer', async () => {
    const rest = lines();
    const stream = asTaken(fromTheFirst(await rest.next(), rest));
    expect(await stream.toArray()).toEqual(Array.from({ length: 100 }, (_, at) => `${at + 1}\n`));
  });
});
