import { execFile } from 'node:child_process';
import { join } from 'node:path';

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a program that ends on signals, with some lines of its own, to its end. */
function ended(lines: string): Promise<Ended> {
  const at = (file: string): string => JSON.stringify(join(import.meta.dirname, file));
  const program = `
    import { endOnSignal } from ${at('lifetime.ts')};
    import { createLogger } from ${at('logger.ts')};
    const logger = createLogger({ program: 'spec', level: 'info' });
    endOnSignal({ stop: async () => {}, logger });
    ${lines}`;
  return new Promise((resolve) => {
    const done = (error: { code?: unknown } | null, stdout: string, stderr: string): void =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    execFile(process.execPath, ['--input-type=module', '--eval', program], done);
  });
}

describe('a program', () => {
  it('ends with code 0 on a signal', async () => {
    expect((await ended(`setInterval(() => {}, 1000); process.kill(process.pid, 'SIGTERM')`)).code).toBe(0);
  });

  it('ends with code 1 where nobody catches an error, and says which, but not its words', async () => {
    const { code, output } = await ended(`setTimeout(() => { throw new RangeError('canary') }, 1)`);
    expect(code).toBe(1);
    expect(output).toContain('"type":"RangeError"');
    expect(output).not.toContain('canary');
  });
});
