// `npm test`: everything that CI checks, on real servers. `npm test -- <path>`: the specs below a path.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from '../../test/support/leftovers.mjs';
import { canInstallBrowser, findBrowser, installBrowser } from '../browser.mjs';
import { build } from '../build.mjs';
import { root } from '../paths.mjs';
import { createProgress, elapsed } from '../progress.mjs';
import { fetchKafka } from '../servers/kafka.mjs';
import { fetchTemporal } from '../servers/temporal.mjs';
import { fetchTemporalTestServer } from '../servers/temporal-test-server.mjs';

const begun = Date.now();
const paths = process.argv.slice(2);
const summary = [];
const counts = { passed: 0, failed: 0 };
const bin = (name) => join(root, 'node_modules/.bin', name);

const checks = {
  format: [bin('prettier'), '--check', '--log-level=warn', '.'],
  lint: [bin('oxlint'), '--type-aware', '--deny-warnings'],
  types: [process.execPath, 'node_modules/@typescript/native/bin/tsc', '-b'],
  architecture: [bin('depcruise'), '--output-type', 'err', 'apps', 'libs', 'workflows', 'test'],
  'unused code': [bin('knip'), '--no-progress'],
};
/** How long Jest may take to end once its report is written: what still runs then was left behind by a spec. */
const mayLingerMs = 20_000;
const projects = ['unit', 'architecture', 'replay', 'integration', 'e2e', 'faults'];

let current;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    current?.kill(signal);
    await endLeftovers();
    process.exit(130);
  });
}

await prepare();
if (paths.length === 0) {
  for (const [name, command] of Object.entries(checks)) await check(name, () => run(command));
  await check('build', buildAll);
  for (const project of projects) await specs(project, []);
} else {
  await check('build', buildAll);
  await specs(projects, paths);
}
await endLeftovers();
finish();

/** What takes long and needs no order: the servers, and a browser for the specs that look at the dashboard. */
async function prepare() {
  const progress = createProgress();
  const { step } = progress;
  await Promise.all([
    step('Temporal server built from source (once, about 4 minutes)', (onLine) => fetchTemporal({ onLine })),
    step('Kafka fetched (once)', (onLine) => fetchKafka({ onLine })),
    step('Time-skipping test server fetched (once)', (onLine) => fetchTemporalTestServer({ onLine })),
    findBrowser() || !canInstallBrowser() || step('Chromium installed (once)', (onLine) => installBrowser({ onLine })),
  ]);
  progress.close();
  const browser = findBrowser();
  if (browser) process.env.STEPWAY_BROWSER = browser;
  else console.log('No Chrome or Chromium found: install one (or set STEPWAY_BROWSER) to run the browser specs.');
}

async function buildAll() {
  const progress = createProgress();
  await build(progress);
  progress.close();
}

async function check(name, work) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const ok = await work().then(
    () => true,
    (error) => console.log(error.message),
  );
  counts[ok ? 'passed' : 'failed']++;
  summary.push(`${ok ? '✔' : '✖'} ${name} (${elapsed(started)})`);
}

/** Runs the specs of one project, or of several; counts them by Jest's own report. */
async function specs(project, only) {
  const started = Date.now();
  const name = [project].flat().join(', ');
  console.log(`\n── specs: ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'stepway-report-'));
  const report = join(folder, 'report.json');
  const withoutBrowser =
    process.env.STEPWAY_BROWSER || process.env.CI ? [] : ['--testPathIgnorePatterns', '[.]browser[.]spec[.]ts$'];
  const endLingerer = setInterval(() => {
    if (!existsSync(report) || Date.now() - statSync(report).mtimeMs < mayLingerMs) return;
    console.log(`${name}: the specs are done, and something that one of them opened is not closed`);
    current.kill('SIGKILL');
  }, 1000);
  const failure = await run(
    [
      process.execPath,
      ...[
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=TimeoutNegativeWarning',
      ],
      ...[join(root, 'node_modules/jest/bin/jest.js'), ...only, '--json', `--outputFile=${report}`],
      ...(['e2e', 'faults'].includes(project) ? ['--runInBand'] : []),
      ...[...withoutBrowser, '--selectProjects', ...[project].flat()],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  ).catch((error) => error);
  clearInterval(endLingerer);
  const { passed, failed, skipped } = countOf(report);
  rmSync(folder, { recursive: true });

  counts.passed += passed;
  counts.failed += failed || (failure ? 1 : 0);
  summary.push(
    `${failure ? '✖' : '✔'} specs: ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} left out` : ''} (${elapsed(started)})`,
  );
  if (skipped && process.env.CI) counts.failed += skipped; // nothing is skipped where it counts
}

function countOf(report) {
  try {
    const jest = JSON.parse(readFileSync(report, 'utf8'));
    const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = jest;
    return { passed, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // Jest itself failed
  }
}

function run([program, ...args], { stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    current = spawn(program, args, { cwd: root, stdio });
    current.once('error', reject);
    current.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`failed (${code})`))));
  });
}

function finish() {
  console.log(`\n${summary.join('\n')}\nAll of it: ${elapsed(begun)}\n`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
