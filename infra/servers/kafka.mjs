import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { cached } from '../cache.mjs';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { launch, tail } from '../processes.mjs';
import { keptPassword } from '../secrets.mjs';
import { until } from '../waiting.mjs';
import { runTool } from './fetching.mjs';
import { kafkaSettings, house } from './kafka-settings.mjs';

const version = '4.3.1';

/** Fetches Apache Kafka's jars with Maven, once (45 MB). Gives the folder of the jars. */
export async function fetchKafka(options) {
  const home = await cached(`kafka-${version}`, `lib/kafka_2.13-${version}.jar`, (draft) =>
    runTool(
      ['mvn', '-B', '-ntp', '-f', join(root, 'infra/kafka/pom.xml'), 'dependency:copy-dependencies'].concat(
        '-DincludeScope=runtime',
        `-DoutputDirectory=${join(draft, 'lib')}`,
      ),
      options,
    ),
  );
  return join(home, 'lib');
}

/**
 * Starts one Kafka broker, its own controller (KRaft), on loopback. It asks everybody who they are: the house, with the
 * password in `dir/kafka/password`, may do anything; partners come by an address of their own (`kafka-settings.mjs`).
 * @param options.dir folder of the stack; data in `dir/kafka`
 * @param options.port wished, as are the others; another free one is taken if it is in use
 * @returns `{ address, partnerAddress, credentials, ports, pid, exited, stop() }`
 */
export async function startKafka({ dir, port: wished, partnerPort: forPartners, controllerPort: forController }) {
  const port = await freePort(wished);
  const partnerPort = await freePort(forPartners);
  const controllerPort = await freePort(forController);
  const home = join(dir, 'kafka');
  mkdirSync(home, { recursive: true });
  const passwordFile = join(home, 'password');
  const password = keptPassword(passwordFile);
  const properties = join(home, 'server.properties');
  rmSync(properties, { force: true }); // one of an earlier version may be for everybody to read
  const settings = kafkaSettings({ port, partnerPort, controllerPort, password, data: join(home, 'data') });
  writeFileSync(properties, settings, { mode: 0o600 });

  const classpath = join(await fetchKafka(), '*');
  if (!existsSync(join(home, 'data', 'meta.properties'))) {
    const format = ['format', '--standalone', '-t', newClusterId(), '-c', properties, '--ignore-formatted'];
    await runTool(['java', ...jvm, '-cp', classpath, 'kafka.tools.StorageTool', ...format]);
  }
  const broker = launch({ name: 'kafka', dir, command: ['java', ...jvm, '-cp', classpath, 'kafka.Kafka', properties] });
  const address = `127.0.0.1:${port}`;
  await until('Kafka', () => answers(address, { mechanism: 'plain', username: house, password }), {
    giveUp: () => (broker.running() ? undefined : `it ended.\n${tail(broker.log)}`),
  });
  return {
    ...{ ...broker, address, partnerAddress: `127.0.0.1:${partnerPort}`, ports: { port, partnerPort } },
    credentials: { mechanism: 'plain', username: house, passwordFile },
  };
}

/** Another one for each new data folder: by it readers see that their offsets belong to a cluster that is gone. */
const newClusterId = () => `S${randomBytes(16).toString('base64url').slice(1)}`; // a leading "-" would be an option

const jvm = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'].concat(
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
);

async function answers(address, sasl) {
  const admin = new Kafka({ brokers: [address], sasl, logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
