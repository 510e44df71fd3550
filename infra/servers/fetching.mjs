import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a tool that fetches or builds something for the cache.
 * @param onLine called with each line it prints, so that long work can show that it lives
 */
export function runTool([program, ...args], { cwd, env = process.env, uid, gid, signal, onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const tool = spawn(program, args, { cwd, env, uid, gid, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    const last = [];
    for (const stream of [tool.stdout, tool.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        last.push(line);
        if (last.length > 30) last.shift();
        onLine(line);
      });
    }
    tool.once('error', (cause) => reject(new Error(`${program} cannot be run`, { cause })));
    tool.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed (${code})\n${last.join('\n')}`)),
    );
  });
}
