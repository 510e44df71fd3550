// `npm run format`: writes every file as `npm test` wants to see it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const tools = [
  ['oxlint', '--fix'],
  ['prettier', '--write', '--log-level=warn', '.'],
];
for (const [tool, ...args] of tools) {
  const { status } = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
