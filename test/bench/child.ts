import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program of the bench's own, beside the programs of the stack; its first message says that it is ready. */
export async function startChild(
  path: string,
  args: readonly string[],
): Promise<{ readonly process: ChildProcess; readonly ready: string; stop(): Promise<void> }> {
  const child = fork(path, args, {
    env: { ...process.env, NODE_ENV: 'production', TZ: 'UTC' },
    execArgv: ['--enable-source-maps'],
  });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`${path} ended with ${code} before it was ready`);
  });
  const [ready] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined); // from here on its end is ours
  return {
    process: child,
    ready: String(ready),
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
