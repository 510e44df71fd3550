import { backOffMs, keepRunning } from './keep-running.mjs';

describe('a program that ends', () => {
  it('is started again after half a second, then after twice that, at most after half a minute', () => {
    expect([0, 1, 2, 10].map(backOffMs)).toEqual([500, 1000, 2000, 30_000]);
  });

  it('is started again, and the terminal is told', async () => {
    const told = [];
    const runs = [Promise.withResolvers(), Promise.withResolvers()];
    const again = Promise.withResolvers();
    let started = 0;
    await keepRunning({
      name: 'relay',
      start: async () => ({ pid: ++started, exited: runs[started - 1].promise }),
      tell: (line) => told.push(line),
      onStart: ({ pid }) => pid === 2 && again.resolve(),
      isStopping: () => false,
      pause: async () => {},
    });
    runs[0].resolve('code 1');
    await again.promise;
    expect(told[0]).toBe('relay ended (code 1); starting it again in 0.5 s');
  });

  it('stays ended once everything is stopping', async () => {
    const exited = Promise.withResolvers();
    let started = 0;
    await keepRunning({
      name: 'relay',
      start: async () => ({ pid: ++started, exited: exited.promise }),
      tell: () => {},
      isStopping: () => true,
      pause: async () => {},
    });
    exited.resolve('SIGTERM');
    await exited.promise;
    await Promise.resolve();
    expect(started).toBe(1);
  });
});
