// The first thing that runs, by any Node >= 20 and before anything is installed: checks what is needed,
// gets Node 24 and the packages, hands over to infra/tasks/<task>.mjs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { checkRequirements } from './requirements.mjs';

const [task, ...args] = process.argv.slice(2);
const withNode = (node) => ({ ...process.env, PATH: dirname(node) + delimiter + process.env.PATH });

function npmCi(node, cwd, why) {
  const lock = readFileSync(join(cwd, 'package-lock.json'), 'utf8');
  const stamp = join(cwd, 'node_modules', '.stamp'); // npm ci removes it
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error(why);
  const begun = Date.now();
  const env = withNode(node);
  delete env.npm_config_local_prefix;
  const [command, first] = env.npm_execpath ? [node, [env.npm_execpath]] : ['npm', []];
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, [...first, ...flags], { cwd, env, stdio: ['inherit', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
  console.error(`  done in ${Math.round((Date.now() - begun) / 1000)} s`);
}

function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const home = join(root, 'infra', 'node');
  const binary = join(home, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  npmCi(process.env.npm_node_execpath ?? process.execPath, home, 'Fetching Node 24 (190 MB, once)');
  if (existsSync(binary)) return binary;
  console.error('No Node 24 package for this system: install Node 24 and try again.');
  process.exit(1);
}

checkRequirements(task);
const node = node24();
npmCi(node, root, 'Installing packages (about a minute, once)');
const child = spawn(
  node,
  // kafkajs 2.2.4 sets a negative timer on each connect, which does no harm
  ['--disable-warning=TimeoutNegativeWarning', join(root, 'infra', 'tasks', `${task}.mjs`), ...args],
  { cwd: root, env: withNode(node), stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const parent = process.ppid; // killing npm kills only the shell between us
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code) => process.exit(code ?? 1));
