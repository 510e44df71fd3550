import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birth, orphans } from '../processes.mjs';
import { until } from '../waiting.mjs';

const fileOf = (dir) => join(dir, 'run', 'supervisor.json');
const theOther = (dir) => orphans(dir).find(({ name }) => name === 'supervisor');

/**
 * Makes this process the one supervisor of the stack in `dir`. One that is just stopping is waited for.
 * @throws StackRunsAlready if another one keeps it running
 */
export async function becomeSupervisor(dir) {
  const gone = () => !theOther(dir);
  // One whose terminal has just been closed needs a moment to notice.
  await until('the other supervisor', () => gone() || theOther(dir)?.stopping, { withinMs: 1500 }).catch(() => {
    throw new StackRunsAlready(theOther(dir)?.pid);
  });
  await until('the other supervisor stops', gone, { withinMs: 15_000 });
  mkdirSync(join(dir, 'run'), { recursive: true });
  try {
    write(dir, 'wx', {});
  } catch (error) {
    throw error.code === 'EEXIST' ? new StackRunsAlready(theOther(dir)?.pid) : error;
  }
}

/** Lets a supervisor that is started now know that this one is on its way out. */
export const announceStop = (dir) => write(dir, 'w', { stopping: true });

/** The stack is free for another supervisor. */
export const resign = (dir) => rmSync(fileOf(dir), { force: true });

function write(dir, flag, more) {
  const record = { name: 'supervisor', pid: process.pid, born: birth(process.pid), ...more };
  writeFileSync(fileOf(dir), JSON.stringify(record), { flag });
}

export class StackRunsAlready extends Error {
  constructor(pid) {
    super(`Stepway runs here already (process ${pid})`);
  }
}
