import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';

const tools = [
  {
    name: 'Go 1.26 or newer',
    why: 'builds the Temporal server, once',
    get: 'from https://go.dev/doc/install',
    ask: ['go', 'version'],
    // Any Go since 1.21 fetches by itself the version that the module asks for.
    enough: (text) => atLeast(text.match(/go(\d+)\.(\d+)/), [1, 21]),
    needed: (task) =>
      needsServers(task, 'TEMPORAL_ADDRESS') && !existsSync(join(cacheDir, 'temporal-cli-1.8.2/temporal')),
  },
  {
    name: 'Java 17 or newer',
    why: 'runs Apache Kafka',
    get: 'e.g. Debian: apt-get install openjdk-17-jre-headless',
    ask: ['java', '-version'],
    enough: (text) => atLeast(text.match(/version "(\d+)()/), [17, 0]),
    needed: (task) => needsServers(task, 'KAFKA_BROKERS'),
  },
  {
    name: 'Maven 3 or newer',
    why: 'fetches Apache Kafka, once',
    get: 'e.g. Debian: apt-get install maven',
    ask: ['mvn', '-v'],
    enough: (text) => /Maven/.test(text),
    needed: (task) => needsServers(task, 'KAFKA_BROKERS') && !existsSync(join(cacheDir, 'kafka-4.3.1/lib')),
  },
];

/** Ends the process with a list of what is missing, why it is needed and how to get it. Plain Node, any version from 20. */
export function checkRequirements(task) {
  const missing = tools.filter((tool) => tool.needed(task) && !found(tool)).map(describe);
  if (Number(process.versions.node.split('.')[0]) < 20) {
    missing.unshift(
      `  Node 20 or newer (this is ${process.versions.node}): fetches everything else; from https://nodejs.org`,
    );
  }
  if (missing.length === 0) return;
  console.error(`Stepway needs, and did not find:\n${missing.join('\n')}\nInstall them and try again.`);
  process.exit(1);
}

/** Tests always start servers of their own; the others start none that the environment names elsewhere. */
const needsServers = (task, variable) =>
  task === 'test' || (['start', 'bench'].includes(task) && !process.env[variable]);

const describe = ({ name, why, get }) => `  ${name} (${why}): ${get}`;

function found({ ask: [program, ...args], enough }) {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return !error && enough(`${stdout}\n${stderr}`);
}

function atLeast(match, [major, minor]) {
  if (!match) return false;
  const [, foundMajor, foundMinor] = match.map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
