import { join } from 'node:path';
import { migrate } from '../migrate.mjs';
import { keptPassword } from '../secrets.mjs';
import { fetchKafka, startKafka } from '../servers/kafka.mjs';
import { startPostgres } from '../servers/postgres.mjs';
import { addSearchAttributes, fetchTemporal, startTemporal } from '../servers/temporal.mjs';

const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, KAFKA_BROKERS } = process.env;

/** Gets what the local servers are made of; nothing for a server that the environment names elsewhere. */
export async function fetchServers({ step }, options) {
  const fetched = (title, elsewhere, fetch) => elsewhere || step(title, (say) => fetch({ ...options, onLine: say }));
  await Promise.all([
    fetched('Temporal server built from source (once, about 4 minutes)', TEMPORAL_ADDRESS, fetchTemporal),
    fetched('Kafka fetched (once)', KAFKA_BROKERS, fetchKafka),
  ]);
}

/**
 * PostgreSQL, Temporal and Kafka: each started here, or the one that the environment names.
 * @param options.keep `keep(name, start)` starts a program and starts it again when it ends
 * @param options.ports wished ones, see `ports.mjs`
 * @returns the addresses as `stack.json` has them: `{ postgres, temporal, temporalUi, kafka, kafkaPartners, kafkaCredentials }`
 */
export async function startServers({ dir, progress: { step }, keep, ports }) {
  const local = (name, title, start, wish) =>
    step(title, () =>
      keep(
        name,
        atTheSamePort((wished) => start({ dir, ...wished }), wish),
      ),
    );
  const [postgres, temporal, kafka] = await Promise.all([
    DATABASE_URL
      ? { url: DATABASE_URL }
      : local('postgres', 'PostgreSQL runs', startPostgres, { port: ports.postgres }),
    TEMPORAL_ADDRESS
      ? { address: TEMPORAL_ADDRESS }
      : local('temporal', 'Temporal runs', startTemporal, { port: ports.temporal, uiPort: ports.temporalUi }),
    KAFKA_BROKERS
      ? { address: KAFKA_BROKERS }
      : local('kafka', 'Kafka runs', startKafka, {
          port: ports.kafka,
          partnerPort: ports.kafkaPartners,
          controllerPort: ports.kafkaController,
        }),
  ]);
  const url = await step('Database is up to date', () => programsUrl(postgres.url, dir));
  if (TEMPORAL_ADDRESS) {
    await step('Temporal has our search attributes', () =>
      addSearchAttributes(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE ?? 'default'),
    );
  }
  return {
    ...{ postgres: url, temporal: temporal.address, temporalUi: temporal.ui },
    ...{ kafka: kafka.address, kafkaPartners: kafka.partnerAddress, kafkaCredentials: kafka.credentials },
  };
}

/** Who comes to a server knows it by its port: started again, it must be the same, each of them. */
function atTheSamePort(start, wish) {
  let known = {};
  return async () => {
    const server = await start({ ...wish, ...known });
    const { ports = { port: server.port } } = server;
    const moved = Object.keys(known).find((name) => ports[name] !== known[name]);
    if (moved) {
      await server.stop();
      throw new Error(`port ${known[moved]} is taken`);
    }
    known = ports;
    return server;
  };
}

async function programsUrl(url, dir) {
  // Who gives us the programs' own role has seen to the migrations himself.
  if (new URL(url).username === 'stepway_app') return url;
  return migrate(url, keptPassword(join(dir, 'app-password')));
}
