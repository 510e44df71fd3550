import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { birth, end, isAlive, launch, orphans } from './processes.mjs';
import { stopStack } from './stack/stop.mjs';
import { until } from './waiting.mjs';

const waiting = [process.execPath, '-e', 'setInterval(() => {}, 1e6)'];
const deaf = [process.execPath, '-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1e6)'];

describe('the programs of a stack', () => {
  let dir;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'stepway-processes-'))));
  afterEach(async () => {
    await stopStack(dir);
    rmSync(dir, { recursive: true });
  });

  it('are found by their pid files by whoever comes next', () => {
    const { pid } = launch({ name: 'worker', command: waiting, dir });
    expect(orphans(dir)).toMatchObject([{ name: 'worker', pid, born: birth(pid) }]);
  });

  it('are not mistaken for another program that was given the same pid', async () => {
    const { pid } = launch({ name: 'worker', command: waiting, dir });
    const earlier = { pid, born: '1' };
    expect(isAlive(earlier)).toBe(false);
    await end(earlier, 100);
    expect(birth(pid)).toBeDefined();
  });

  it('end when asked, and by force when they do not', async () => {
    const kind = launch({ name: 'kind', command: waiting, dir });
    const stubborn = launch({ name: 'stubborn', command: deaf, dir });
    await until('it listens', () => existsSync(stubborn.log) && orphans(dir).length === 2);
    await Promise.all([kind.stop(5000), stubborn.stop(500)]);
    expect(await kind.exited).toBe('SIGTERM');
    expect(['SIGKILL', 'SIGTERM']).toContain(await stubborn.exited);
    expect(orphans(dir)).toEqual([]);
  });

  it('are all ended by stopStack, whoever started them', async () => {
    const names = ['traffic', 'api', 'postgres'];
    for (const name of names) launch({ name, command: waiting, dir });
    expect(await stopStack(dir)).toEqual(names);
    expect(orphans(dir)).toEqual([]);
  });

  it('say why they did not start', async () => {
    const { exited, pid } = launch({ name: 'missing', command: [join(dir, 'no-such-program')], dir });
    expect(pid).toBeUndefined();
    expect(await exited).toContain('ENOENT');
  });
});

describe('a port that is taken', () => {
  it('is left alone, and a free one is used', async () => {
    const taken = createServer();
    await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address();
    const free = await freePort(port);
    expect(free).not.toBe(port);
    expect(await freePort(free)).toBe(free);
    taken.close();
  });
});
