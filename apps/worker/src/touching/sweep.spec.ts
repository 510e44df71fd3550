import type { Attention } from '@stepway/event-log';
import { createSweep } from './sweep.ts';

const never = new AbortController().signal;
const second = 1_000;

function clinic(waiting: string[]) {
  const touched: string[] = [];
  const asked: number[] = [];
  let time = 0;
  const awaitingRun = async (_olderThanMs: number, limit: number): Promise<readonly Attention[]> => {
    asked.push(limit);
    return waiting.slice(0, limit).map((episodeId) => ({ episodeId, since: '', ageMs: 2_000 }));
  };
  const touch = async (episodeId: string): Promise<void> => {
    touched.push(episodeId);
  };
  const sweep = createSweep({ awaitingRun, touch, now: () => time });
  return {
    touched,
    asked,
    waiting,
    /** One sweep, then a second goes by. */
    sweep: async () => {
      await sweep(never);
      time += second;
    },
  };
}

describe('a journey that waits for its run', () => {
  it('is touched', async () => {
    const { sweep, touched } = clinic(['a', 'b']);
    await sweep();
    expect(touched).toEqual(['a', 'b']);
  });

  it('is given twice the time after each touch, for the runs may be behind', async () => {
    const { sweep, touched } = clinic(['a']);
    const at: number[] = [];
    for (let sweeps = 0; sweeps < 40; sweeps += 1) {
      const before = touched.length;
      await sweep();
      if (touched.length > before) at.push(sweeps);
    }
    expect(at).toEqual([0, 2, 6, 14, 30]);
  });

  it('is touched at once when it waits anew', async () => {
    const { sweep, touched, waiting } = clinic(['a']);
    await sweep();
    waiting.pop();
    await sweep();
    waiting.push('a');
    await sweep();
    expect(touched).toEqual(['a', 'a']);
  });

  it('is not hidden by others that were touched and still wait', async () => {
    const crowd = Array.from({ length: 200 }, (_, index) => `stuck-${index}`);
    const { sweep, touched } = clinic([...crowd, 'later']);
    await sweep();
    await sweep();
    expect(touched).toContain('later');
  });
});

describe('a touch that fails', () => {
  it('makes the sweep fail, so that it is repeated', async () => {
    const sweep = createSweep({
      awaitingRun: async () => [{ episodeId: 'a', since: '', ageMs: 2_000 }],
      touch: async () => Promise.reject(new Error('Temporal is away')),
      now: () => 0,
    });
    await expect(sweep(never)).rejects.toThrow('Temporal is away');
  });

  it('keeps no other journey from its own, however many fail and however long they have waited', async () => {
    const touched: string[] = [];
    const broken = Array.from({ length: 12 }, (_, index) => `broken-${index}`);
    let time = 0;
    const sweep = createSweep({
      awaitingRun: async () => [...broken, 'sound'].map((episodeId) => ({ episodeId, since: '', ageMs: 2_000 })),
      touch: async (episodeId) => {
        if (broken.includes(episodeId)) throw new Error('too many signals');
        touched.push(episodeId);
      },
      now: () => time,
    });
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await expect(sweep(never)).rejects.toThrow('too many signals');
      time += 5 * second;
      if (touched.length > 0) break;
    }
    expect(touched).toEqual(['sound']);
  });

  it('ends the round when none of a group succeeds: Temporal is away', async () => {
    let asked = 0;
    const sweep = createSweep({
      awaitingRun: async () =>
        Array.from({ length: 100 }, (_, index) => ({ episodeId: String(index), since: '', ageMs: 2_000 })),
      touch: async () => {
        asked += 1;
        throw new Error('Temporal is away');
      },
      now: () => 0,
    });
    await expect(sweep(never)).rejects.toThrow('Temporal is away');
    expect(asked).toBe(8);
  });
});
