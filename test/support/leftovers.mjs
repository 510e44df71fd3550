import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birth, end, isAlive, orphans } from '../../infra/processes.mjs';
import { stopStack } from '../../infra/stack/stop.mjs';

const prefix = 'stepway-test-';

/** A folder for the data of test servers that tells whose it is. */
export function ownedFolder() {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dir, 0o755); // PostgreSQL may run as another user
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid: process.pid, born: birth(process.pid) }));
  return dir;
}

/** A Jest run that was killed could not end its servers: this ends them and removes their folders. */
export async function endLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dir = join(tmpdir(), name);
    const owner = join(dir, 'owner.json');
    if (!existsSync(owner) || isAlive(JSON.parse(readFileSync(owner, 'utf8')))) continue;
    for (const stack of [
      dir,
      ...readdirSync(dir)
        .filter((inner) => inner.startsWith('stack-'))
        .map((inner) => join(dir, inner)),
    ]) {
      const supervisor = orphans(stack).find((record) => record.name === 'supervisor');
      if (supervisor) await end(supervisor, 12_000);
      await stopStack(stack);
    }
    rmSync(dir, { recursive: true, force: true });
  }
}
