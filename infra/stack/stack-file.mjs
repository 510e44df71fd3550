import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (dir) => join(dir, 'stack.json');

/**
 * `stack.json`: where everything of the stack in `dir` is at this moment, for the command line and for tests.
 * @returns `{ set(entries), setProcess(name, pid) }`; each writes the file anew
 */
export function createStackFile(dir) {
  const stack = { logs: join(dir, 'logs'), processes: {} };
  const write = () => {
    mkdirSync(dir, { recursive: true });
    const draft = `${fileOf(dir)}.new`;
    writeFileSync(draft, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, fileOf(dir)); // a reader never finds half of it
  };
  return {
    set(entries) {
      Object.assign(stack, entries);
      write();
    },
    setProcess(name, pid) {
      stack.processes[name] = pid;
      write();
    },
  };
}

/** What the file says, or an empty object. */
export function readStackFile(dir) {
  return existsSync(fileOf(dir)) ? JSON.parse(readFileSync(fileOf(dir), 'utf8')) : {};
}
