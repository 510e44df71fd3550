import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { until } from './waiting.mjs';

/**
 * Starts a program in a session of its own (a Ctrl-C at the terminal does not reach it), its output in a log file,
 * and leaves a pid file by which a later run finds it should this process be killed.
 * @param run.name also names the pid file
 * @param run.command program and arguments
 * @param run.dir folder of the stack: `run/` for pid files, `logs/` for logs
 * @returns `{ name, pid, log, exited, running(), stop(graceMs) }`; `exited` resolves to "code 1", "SIGKILL" …
 */
export function launch({ name, command: [program, ...args], dir, env, cwd, uid, gid, stopSignal = 'SIGTERM' }) {
  const log = join(dir, 'logs', `${name}.log`);
  const record = join(dir, 'run', `${name}.json`);
  for (const file of [log, record]) mkdirSync(dirname(file), { recursive: true });

  if (existsSync(log) && statSync(log).size > longestLog) renameSync(log, `${log}.old`);
  const output = openSync(log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', output, output], env, cwd, uid, gid });
  closeSync(output);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  let over = false;
  void exited.then(() => {
    over = true;
    rmSync(record, { force: true });
  });
  const born = child.pid && birth(child.pid);
  if (born) writeFileSync(record, JSON.stringify({ name, pid: child.pid, born, stopSignal }));

  return {
    name,
    pid: child.pid,
    log,
    exited,
    running: () => !over,
    async stop(graceMs = 8000) {
      if (born) await end({ pid: child.pid, born, stopSignal }, graceMs);
    },
  };
}

/** In bytes; at the next start such a log makes room for a new one. */
const longestLog = 20_000_000;

/** When a process began, as the system tells it; undefined if it is gone. With the pid it names one process for ever. */
export function birth(pid) {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', pid]).toString().trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? undefined : fields[19]; // a zombie has ended; 22nd field: start time
  } catch {
    return undefined;
  }
}

/** Is the process that a pid file speaks of still there? A pid that was given to another program since is not ours. */
export const isAlive = ({ pid, born }) => birth(pid) === born;

/** Asks a process to end, and after `graceMs` ends it and its group. Nothing happens to a process that is not ours. */
export async function end({ pid, born, stopSignal = 'SIGTERM' }, graceMs) {
  const gone = () => !isAlive({ pid, born });
  if (gone()) return;
  signal(pid, stopSignal);
  try {
    await until(`process ${pid} ends`, gone, { withinMs: graceMs });
  } catch {
    if (gone()) return;
    signal(-pid, 'SIGKILL');
    await until(`process ${pid} is killed`, gone, { withinMs: 5000 });
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Programs whose pid files a killed supervisor left in `dir/run`, and that still run. Files of dead ones are removed. */
export function orphans(dir) {
  return recordsIn(join(dir, 'run')).filter(({ file, ...record }) => isAlive(record) || rmSync(file, { force: true }));
}

function recordsIn(folder) {
  let names;
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.map((name) => ({
    file: join(folder, name),
    name: basename(name, '.json'),
    ...readJson(join(folder, name)),
  }));
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { pid: 0, born: 'half-written' };
  }
}

/** The last lines of a log file, for a message that says why a program did not start. */
export function tail(file, lines = 15) {
  const size = statSync(file).size;
  const length = Math.min(size, 16_384);
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  readSync(handle, buffer, 0, length, size - length);
  closeSync(handle);
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
