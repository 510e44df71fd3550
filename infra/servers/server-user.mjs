import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * As whom a server runs that refuses to be root: the caller, or for root the system's user `postgres` (made if absent).
 * @param folders that the server must be able to reach
 * @returns `{ uid?, gid?, run(command) }`; `run` gives `{ command, uid?, gid? }` for `spawn`
 */
export function serverUser(folders) {
  if (process.getuid?.() !== 0) return { run: (command) => ({ command }) };
  const { uid, gid } = postgresUser();
  const closed = folders.flatMap(ancestors).find((folder) => !isOpenToAll(folder));
  if (!closed) return { uid, gid, run: (command) => ({ command, uid, gid }) };

  // Below a closed folder such as /root: only the right to pass it goes along, postgres stays an ordinary user.
  if (!existsSync('/usr/bin/setpriv')) {
    throw new Error(`PostgreSQL does not run as root, and only root may enter ${closed}.
Install setpriv (Debian: util-linux), or move the project.`);
  }
  const capability = '+dac_override';
  const setpriv = ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'].concat(
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  );
  return { uid, gid, run: (command) => ({ command: [...setpriv, ...command] }) };
}

function postgresUser() {
  const find = () => readFileSync('/etc/passwd', 'utf8').match(/^postgres:[^:]*:(\d+):(\d+):/m);
  if (!find()) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const [, uid, gid] = find() ?? [];
  if (!uid) throw new Error('PostgreSQL does not run as root, and no user "postgres" could be made: make one.');
  return { uid: Number(uid), gid: Number(gid) };
}

const ancestors = (path) => (path === dirname(path) ? [path] : [path, ...ancestors(dirname(path))]);
const isOpenToAll = (path) => (statSync(path).mode & 0o001) !== 0;
