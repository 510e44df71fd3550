import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cached } from '../cache.mjs';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { launch, tail } from '../processes.mjs';
import { until } from '../waiting.mjs';
import { runTool } from './fetching.mjs';

const version = '1.8.2';

/** Says in Temporal's own page what a journey waits for; nothing that identifies a person. */
const searchAttributes = ['StepwayNextDue=Datetime', 'StepwayWaitsFor=Keyword'];

/** Builds the Temporal command line tool (server 1.31.2 inside) from its Go module, once (4 minutes). Gives its path. */
export async function fetchTemporal(options) {
  const target = 'github.com/temporalio/cli/cmd/temporal';
  const home = await cached(`temporal-cli-${version}`, 'temporal', (draft) =>
    runTool(['go', 'build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', join(draft, 'temporal'), target], {
      cwd: join(root, 'infra/temporal'),
      env: { ...process.env, CGO_ENABLED: '0' },
      ...options,
    }),
  );
  return join(home, 'temporal');
}

/**
 * Starts a Temporal server on loopback, keeping its state in a SQLite file, with its page on `uiPort`.
 * @param options.dir folder of the stack; data in `dir/temporal`
 * @param options.port wished; another free one is taken if it is in use
 * @returns `{ address, port, ui, pid, exited, stop() }`
 */
export async function startTemporal({ dir, port: wished, uiPort: wishedForUi }) {
  const port = await freePort(wished);
  const uiPort = await freePort(wishedForUi);
  mkdirSync(join(dir, 'temporal'), { recursive: true });
  const server = launch({
    name: 'temporal',
    dir,
    command: [await fetchTemporal(), 'server', 'start-dev', '--ip', '127.0.0.1']
      .concat('--port', port, '--ui-port', uiPort, '--log-level', 'error')
      .concat('--db-filename', join(dir, 'temporal', 'temporal.sqlite'))
      .concat('--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL')
      .concat(searchAttributes.flatMap((attribute) => ['--search-attribute', attribute]))
      .concat(settings.flatMap((setting) => ['--dynamic-config-value', setting])),
    stopSignal: 'SIGINT',
  });
  const address = `127.0.0.1:${port}`;
  await until('Temporal', () => temporal(address, ['operator', 'cluster', 'health']), {
    giveUp: () => (server.running() ? undefined : `it ended.\n${tail(server.log)}`),
  });
  return { ...server, address, port, ui: `http://127.0.0.1:${uiPort}` };
}

/** One partition for each task queue: fewer pollers are needed and a task is found at once on a small machine. */
const settings = ['matching.numTaskqueueReadPartitions=1', 'matching.numTaskqueueWritePartitions=1']
  // A crowd of journeys may wake at once; the limits of a shared server do not fit one machine.
  .concat('frontend.namespaceRPS=100000', 'frontend.rps=100000', 'history.rps=100000', 'matching.rps=100000');

/** Makes a namespace with the search attributes of the journeys; it is usable when this resolves. */
export async function createNamespace(address, namespace) {
  await temporal(address, ['operator', 'namespace', 'create', '-n', namespace, '--retention', '72h']);
  await addSearchAttributes(address, namespace);
}

/** Adds the search attributes of the journeys to a namespace; those that are there already stay as they are. */
export async function addSearchAttributes(address, namespace) {
  const pairs = searchAttributes.map((attribute) => attribute.split('='));
  const flags = pairs.flatMap(([name, type]) => ['--name', name, '--type', type]);
  await until(
    `search attributes in ${namespace}`,
    () => temporal(address, ['operator', 'search-attribute', 'create', '-n', namespace, ...flags]),
    { withinMs: 20_000 },
  );
}

async function temporal(address, args) {
  return promisify(execFile)(await fetchTemporal(), [...args, '--address', address], { timeout: 10_000 });
}
