import { join } from 'node:path';
import { root } from '../paths.mjs';
import { launch, tail } from '../processes.mjs';

/** Settings of every program of the stack in `dir`, for its environment (interfaces.md §4). */
export const environmentOf = (dir, { postgres, temporal, kafka, http, mllpPort, ...servers }) => ({
  ...process.env,
  DATABASE_URL: postgres,
  TEMPORAL_ADDRESS: temporal,
  KAFKA_BROKERS: kafka,
  ...kafkaEnvironment(servers),
  STEPWAY_HTTP_PORT: new URL(http).port,
  STEPWAY_MLLP_PORT: String(mllpPort),
  STEPWAY_DATA_DIR: dir,
  NODE_ENV: 'production',
  KAFKAJS_NO_PARTITIONER_WARNING: '1',
  TZ: 'UTC',
  NODE_COMPILE_CACHE: join(dir, 'compile-cache'), // a second start need not compile the same JavaScript again
});

/** As whom the programs come to our own Kafka; to another one as the environment says. */
export const kafkaEnvironment = ({ kafkaPartners, kafkaCredentials }) =>
  kafkaCredentials && {
    STEPWAY_KAFKA_PARTNER_BROKERS: kafkaPartners,
    STEPWAY_KAFKA_MECHANISM: kafkaCredentials.mechanism,
    STEPWAY_KAFKA_USERNAME: kafkaCredentials.username,
    STEPWAY_KAFKA_PASSWORD_FILE: kafkaCredentials.passwordFile,
  };

/** Starts one compiled program of `apps/` under `name`; output in its log. */
export function startProgram({ name, app = name, args = [], dir, env }) {
  const flags = ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning'];
  return launch({
    name,
    dir,
    env,
    cwd: root,
    command: [process.execPath, ...flags, join(root, 'apps', app, 'dist/main.js'), ...args],
  });
}

/**
 * Runs one command of `stepway` to its end and gives what it wrote in all, which is short.
 * @param options.say told its last line while it works
 * @throws with the end of its log if it fails
 */
export async function runCommand({ name, args, dir, env, say = () => {} }) {
  const program = startProgram({ name, app: 'cli', args, dir, env });
  const timer = setInterval(() => say(tail(program.log, 1)), 250);
  const how = await program.exited;
  clearInterval(timer);
  if (how !== 'code 0') throw new Error(`stepway ${args.join(' ')} ended with ${how}:\n${tail(program.log)}`);
}
