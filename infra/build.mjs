import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runTool } from './servers/fetching.mjs';

/** Compiles everything: type check and emit, the dashboard's files, the workflow bundle. What is fresh is left alone. */
export async function build({ step }, options) {
  await step('Compiled', (say) =>
    node(['node_modules/@typescript/native/bin/tsc', '-b'], root, { ...options, onLine: say }),
  );
  await Promise.all([
    isFresh('apps/dashboard/dist/index.html', ['apps/dashboard', 'libs/contracts/src', 'package-lock.json']) ||
      step('Dashboard built', () =>
        node([join(root, 'node_modules/vite/bin/vite.js'), 'build'], join(root, 'apps/dashboard'), options),
      ),
    isFresh('apps/worker/dist/workflow-bundle.js', [
      'workflows',
      'apps/worker/src',
      'libs/platform/src',
      'libs/contracts/src',
      'package-lock.json',
    ]) || step('Workflow bundled', () => node(['apps/worker/dist/bundle.js'], root, options)),
  ]);
}

const node = (args, cwd, options) => runTool([process.execPath, ...args], { cwd, ...options });

/** Is `output` newer than every source below `inputs`? */
function isFresh(output, inputs) {
  const made = join(root, output);
  return existsSync(made) && inputs.every((input) => newest(join(root, input)) < statSync(made).mtimeMs);
}

const made = ['node_modules', 'dist', 'dist-types'];

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const inside = readdirSync(path).filter((name) => !made.includes(name));
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}
