import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { cached } from '../cache.mjs';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { launch, tail } from '../processes.mjs';
import { until } from '../waiting.mjs';
import { runTool } from './fetching.mjs';

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
 * Starts one Kafka broker, its own controller (KRaft), on loopback.
 * @param options.dir folder of the stack; data in `dir/kafka`
 * @param options.port wished; another free one is taken if it is in use
 * @returns `{ address, port, pid, exited, stop() }`
 */
export async function startKafka({ dir, port: wished, controllerPort: wishedForController }) {
  const port = await freePort(wished);
  const controllerPort = await freePort(wishedForController);
  const home = join(dir, 'kafka');
  mkdirSync(home, { recursive: true });
  const properties = join(home, 'server.properties');
  writeFileSync(properties, settings({ port, controllerPort, data: join(home, 'data') }));

  const classpath = join(await fetchKafka(), '*');
  if (!existsSync(join(home, 'data', 'meta.properties'))) {
    const format = ['format', '--standalone', '-t', newClusterId(), '-c', properties, '--ignore-formatted'];
    await runTool(['java', ...jvm, '-cp', classpath, 'kafka.tools.StorageTool', ...format]);
  }
  const broker = launch({ name: 'kafka', dir, command: ['java', ...jvm, '-cp', classpath, 'kafka.Kafka', properties] });
  const address = `127.0.0.1:${port}`;
  await until('Kafka', () => answers(address), {
    giveUp: () => (broker.running() ? undefined : `it ended.\n${tail(broker.log)}`),
  });
  return { ...broker, address, port };
}

/** Another one for each new data folder: by it readers see that their offsets belong to a cluster that is gone. */
const newClusterId = () => `S${randomBytes(16).toString('base64url').slice(1)}`; // a leading "-" would be an option

const jvm = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'].concat(
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
);

async function answers(address) {
  const admin = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}

const settings = ({ port, controllerPort, data }) => `process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
log.dirs=${data}
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
offsets.topic.num.partitions=1
transaction.state.log.num.partitions=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
log.cleaner.dedupe.buffer.size=4194304
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=3000
`;
