import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { askServerHost, text } from './ask-server-host.ts';
import type { TestKafka } from './test-kafka.ts';

export type ProcessName =
  'api' | 'worker' | 'relay' | 'projector' | 'intake' | 'traffic' | 'postgres' | 'temporal' | 'kafka';

/** What `stack.json` says (docs: interfaces, configuration). */
export interface StackAddresses {
  readonly http: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly kafka: string;
  readonly kafkaPartners: string;
  readonly kafkaCredentials: TestKafka['credentials'];
  readonly mllp: string;
  readonly logs: string;
  readonly processes: Readonly<Partial<Record<ProcessName, number>>>;
  readonly ready?: boolean;
}

/** Everything of Stepway, running as `npm start` runs it, on servers, ports and data of its own. */
export interface Stack {
  readonly dir: string;
  /** As they are at this moment. */
  addresses(): StackAddresses;
  /** As whom the house comes to its broker. */
  kafka(): TestKafka;
  /** Runs `stepway <args>` against this stack. @throws if it does not end with 0 */
  stepway(...args: string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** `kill -9`; resolves when the supervisor has started it again. */
  crash(name: ProcessName): Promise<void>;
  /** `kill -9`, and keeps it down until `bringBack`. */
  takeDown(name: ProcessName): Promise<void>;
  /** Resolves when it runs again. */
  bringBack(name: ProcessName): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
}

/**
 * Starts a stack and resolves when it is ready. No demonstration and no traffic unless `environment` says otherwise
 * (`STEPWAY_DEMO`, `STEPWAY_TRAFFIC`: `on`). Takes 10–20 s: once for a file of specs. Stop it in `afterAll`.
 */
export async function startStack(environment: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const dir = text(await askServerHost('folder'), 'dir');
  const settings = { STEPWAY_FREE_PORTS: '1', STEPWAY_DEMO: 'off', STEPWAY_TRAFFIC: 'off', ...environment };
  const env = { ...process.env, ...settings, STEPWAY_DATA_DIR: dir };
  const supervisor = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', 'infra/tasks/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (data) => (output += String(data)));
  const ended = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()));
  const hasEnded = (): boolean => supervisor.exitCode !== null || supervisor.signalCode !== null;

  const addresses = (): StackAddresses => JSON.parse(readFileSync(join(dir, 'stack.json'), 'utf8')) as StackAddresses;
  const holdFile = (name: ProcessName): string => join(dir, 'run', `${name}.held`);
  const kill = (name: ProcessName): number => {
    const pid = addresses().processes[name];
    if (pid === undefined) throw new Error(`${name} does not run here`);
    process.kill(pid, 'SIGKILL');
    return pid;
  };
  const untilReplaced = (name: ProcessName, pid: number | undefined): Promise<void> =>
    until(`${name} runs again`, () => addresses().processes[name] !== pid);

  await until('the stack is ready', () => {
    if (hasEnded()) throw new Error(`The stack did not start:\n${output}`);
    return existsSync(join(dir, 'stack.json')) && addresses().ready === true;
  });

  return {
    dir,
    addresses,
    kafka: () => {
      const { kafka, kafkaPartners, kafkaCredentials: credentials } = addresses();
      return { brokers: [kafka], partnerBrokers: [kafkaPartners], credentials };
    },
    stepway: (...args) =>
      promisify(execFile)(process.execPath, ['apps/cli/dist/main.js', ...args], { env, maxBuffer: 1e8 }),
    crash: (name) => untilReplaced(name, kill(name)),
    async takeDown(name) {
      writeFileSync(holdFile(name), '');
      const pid = kill(name);
      await until(`${name} is gone`, () => !isThere(pid));
    },
    bringBack(name) {
      const { [name]: pid } = addresses().processes;
      rmSync(holdFile(name));
      return untilReplaced(name, pid);
    },
    async stop() {
      supervisor.kill('SIGINT');
      await ended;
    },
  };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // ESRCH: gone, and reaped by the supervisor
  }
}

/** Waits until a condition holds. @throws after `withinMs`, by default a minute and a half */
async function until(what: string, holds: () => boolean, withinMs = 90_000): Promise<void> {
  for (const end = Date.now() + withinMs; !holds(); await pause(50)) {
    if (Date.now() > end) throw new Error(`${what}: not within ${withinMs / 1000} s`);
  }
}
