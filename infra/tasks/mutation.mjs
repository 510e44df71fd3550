// `npm run mutation -- [folders of libs/pathway/src]`: changes one thing in a rule at a time and sees whether a spec
// notices (Stryker). About an hour for all of it on two quiet cores; the next run looks only at what changed since. The
// report is in .stepway/mutation, what the last whole run showed in docs/mutation.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const folders = process.argv.slice(2);
const without = ['!libs/pathway/src/**/*.spec.ts', '!libs/pathway/src/specs/**'];
const mutate = [...folders.map((folder) => `libs/pathway/src/${folder}/**/*.ts`), ...without].join(',');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'test/mutation/stryker.config.json',
    ...(folders.length > 0 ? ['--mutate', mutate] : []),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
