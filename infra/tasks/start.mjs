// `npm start`: the whole of Stepway on this machine, until Ctrl-C.
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from '../build.mjs';
import { dataDir as dir, root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { createProgress, elapsed } from '../progress.mjs';
import { keepRunning } from '../stack/keep-running.mjs';
import { environmentOf, runCommand, startProgram } from '../stack/programs.mjs';
import { startSignIn } from '../stack/sign-in-provider.mjs';
import { fetchServers, startServers } from '../stack/servers.mjs';
import { createStackFile, readStackFile } from '../stack/stack-file.mjs';
import { programs, stopStack } from '../stack/stop.mjs';
import { announceStop, becomeSupervisor, resign, StackRunsAlready } from '../stack/supervisor.mjs';
import { people } from '../sign-in/people.mjs';
import { NotFilled, watchFilling } from '../stack/filling.mjs';
import { createTopics } from '../stack/topics.mjs';
import { until } from '../waiting.mjs';

const begun = Date.now();
const {
  STEPWAY_DEMO,
  STEPWAY_TRAFFIC,
  STEPWAY_FREE_PORTS,
  STEPWAY_HTTP_PORT,
  STEPWAY_KEYS,
  STEPWAY_MLLP_PORT,
  STEPWAY_PUBLIC_URL,
} = process.env;
/** interfaces.md §4. Tests take any free ports, beside a stack that runs. */
const ports = STEPWAY_FREE_PORTS
  ? {}
  : {
      http: 4000,
      signIn: 4010,
      postgres: 5442,
      temporal: 7243,
      temporalUi: 8243,
      kafka: 9192,
      kafkaController: 9193,
      kafkaPartners: 9194,
      mllp: 2575,
    };

const laboratory = join(root, 'infra/senders/laboratory.json');
const recoveryHousing = join(root, 'infra/partners/recovery-housing.json');
const progress = createProgress();
const { step, line } = progress;
let stopping = false;
const interrupted = new AbortController();

async function start() {
  await becomeSupervisor(dir);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  const left = await stopStack(dir);
  if (left.length > 0) line(`Ended what an earlier run left behind: ${left.join(', ')}`);

  const stackFile = createStackFile(dir);
  const keep = (name, start) =>
    keepRunning({
      name,
      start,
      tell: (text) => line(`! ${text} (${logOf(name)})`),
      onStart: ({ pid }) => stackFile.setProcess(name, pid),
      isStopping: () => stopping,
      isHeld: () => existsSync(join(dir, 'run', `${name}.held`)),
    });

  await Promise.all([fetchServers(progress, interrupted), build(progress, interrupted)]);
  const { createKeys } = await import('@stepway/platform');
  createKeys(STEPWAY_KEYS ?? join(dir, 'keys.json'));
  const servers = await startServers({ dir, progress, keep, ports });
  await step('Topics are there', () => createTopics(servers));

  const wishedPort = Number(STEPWAY_HTTP_PORT ?? ports.http ?? 0);
  const port = await freePort(wishedPort);
  if (wishedPort !== 0 && port !== wishedPort) line(`Port ${wishedPort} is taken; ${port} is free`);
  const http = `http://127.0.0.1:${port}`;
  const mllpPort = await freePort(Number(STEPWAY_MLLP_PORT ?? ports.mllp ?? 0));
  const { signIn, ...provider } = await startSignIn({
    dir,
    http: STEPWAY_PUBLIC_URL ?? http,
    keep,
    wish: ports.signIn,
  });
  stackFile.set({ ...servers, http, signIn, mllp: `127.0.0.1:${mllpPort}` });
  const env = { ...environmentOf(dir, { ...servers, http, mllpPort }), ...provider.env };
  for (const name of programs) await keep(name, async () => startProgram({ name, dir, env }));
  // A file that is not what was published ends the start here, in words; the programs would only end again and again.
  const args = ['programmes', 'publish'];
  await Promise.all([
    step('Programmes are published', () => runCommand({ name: 'publish', args, dir, env })),
    step('Laboratory of the demonstration may send', () =>
      runCommand({ name: 'senders', args: ['senders', 'set', laboratory, '--only-new'], dir, env }),
    ),
    step('Recovery housing of the demonstration is told what people allow', () =>
      runCommand({ name: 'partners', args: ['partners', 'set', recoveryHousing, '--only-new'], dir, env }),
    ),
    signIn && step('People can sign in', () => provider.answers()),
    signIn &&
      step('Directory has the people who sign in here', () =>
        runCommand({ name: 'staff', args: ['staff', 'load', people], dir, env }),
      ),
    step('Stepway answers', () => until('the API', () => isReady(http), { withinMs: 120_000, everyMs: 100 })),
  ]);

  await readModelsAreWhole(servers.postgres);
  if (STEPWAY_DEMO !== 'off') await loadDemonstration(env);
  if (STEPWAY_TRAFFIC !== 'off')
    await keep('traffic', async () => startProgram({ name: 'traffic', app: 'cli', args: ['traffic'], dir, env }));
  stackFile.set({ ready: true });
  progress.close();
  tellWhereEverythingIs({ ...servers, http }, env);
}

async function isReady(http) {
  const { ok } = await fetch(`${http}/health/ready`);
  return ok;
}

/** After an upgrade: the projector fills what is new or has changed. What keeps it is said, and no reason to keep everything else. */
async function readModelsAreWhole(databaseUrl) {
  const filling = await watchFilling(databaseUrl);
  try {
    if (await filling.isWhole()) return;
    await step('Read models that are new or have changed are filled from the log', (say) => filling.untilWhole(say));
  } catch (error) {
    if (!(error instanceof NotFilled)) throw error;
    line(`! ${error.message} (${logOf('projector')})`);
  } finally {
    await filling.close();
  }
}

/** Each once: a second import would add nothing, but takes its time. */
async function loadDemonstration(env) {
  const trial = ['import', 'ctn0094', join(root, 'infra/demonstration/ctn0094')];
  await once('demonstration-loaded', 'Demonstration clinic is loaded: 1,068 real, de-identified people', trial, env);
  const invented = ['import', 'simulated-clinic'];
  await once('simulated-clinic-loaded', 'Invented people are beside them, simulated', invented, env);
}

async function once(name, words, args, env) {
  const mark = join(dir, name);
  if (existsSync(mark)) return;
  await step(words, (say) => runCommand({ name: 'import', args, dir, env, say }));
  writeFileSync(mark, '');
}

function tellWhereEverythingIs({ http, temporalUi }, env) {
  console.log(`
Stepway runs, after ${elapsed(begun)}.

  Board      ${http}
  Temporal   ${temporalUi ?? env.TEMPORAL_ADDRESS}
  Logs       ${relative(root, join(dir, 'logs')) || '.'}

Ctrl-C stops it.${STEPWAY_TRAFFIC === 'off' ? '' : ' Simulated traffic is on (STEPWAY_TRAFFIC=off leaves it out).'}`);
}

const logOf = (name) => join(relative(root, dir), 'logs', `${name}.log`);

async function stop(code) {
  if (stopping) return;
  stopping = true;
  const stopBegun = Date.now();
  announceStop(dir);
  interrupted.abort();
  progress.close();
  line('Stopping …');
  // Once more for what was being started just now.
  while ((await stopStack(dir)).length > 0);
  resign(dir);
  line(`Stopped in ${elapsed(stopBegun)}. Everything is kept in ${relative(root, dir) || dir}.`);
  process.exit(code);
}

// Whoever started us was killed: nobody can press Ctrl-C any more.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(0), 500).unref();

start().catch(async (error) => {
  if (stopping) return;
  if (error instanceof StackRunsAlready) {
    progress.close();
    const { http } = readStackFile(dir);
    line(`${error.message}${http ? `: ${http}` : ''}. Stop it there with Ctrl-C, or open it.`);
    process.exit(1);
  }
  line(`\n${error.message}\n`);
  await stop(1);
});
