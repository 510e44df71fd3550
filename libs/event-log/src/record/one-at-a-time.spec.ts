import { oneAtATime } from './one-at-a-time.ts';

describe('work on one journey', () => {
  it('waits for the work before it, also when that failed', async () => {
    const queue = oneAtATime();
    const seen: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = queue('e1', async () => {
      await gate.promise;
      seen.push('first');
      throw new Error('failed');
    });
    const second = queue('e1', async () => {
      seen.push('second');
      return 2;
    });
    gate.resolve();
    await expect(first).rejects.toThrow('failed');
    expect(await second).toBe(2);
    expect(seen).toEqual(['first', 'second']);
  });

  it('does not wait for the work on another journey', async () => {
    const queue = oneAtATime();
    const gate = Promise.withResolvers<void>();
    const held = queue('e1', () => gate.promise);
    expect(await queue('e2', async () => 'done')).toBe('done');
    gate.resolve();
    await held;
  });
});
