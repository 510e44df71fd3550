import { connect } from 'node:net';
import { serverNames, type SystemView } from '@stepway/contracts';
import { postgresDependency, readiness, type Dependency } from '@stepway/platform';
import type { Resources } from '../resources.ts';

/** How the servers answer. The API works without Kafka and holds no client of it: that a broker takes a call is what it asks. */
export async function serversNow({
  pool,
  configuration,
  temporal,
}: Pick<Resources, 'pool' | 'configuration' | 'temporal'>): Promise<SystemView['servers']> {
  const kafka: Dependency = { name: 'kafka', check: () => takesACall(configuration.kafkaBrokers) };
  const { dependencies } = await readiness([postgresDependency(pool), kafka, temporal]);
  return serverNames.flatMap((name) => {
    const found = dependencies.find((one) => one.name === name);
    return found === undefined ? [] : [{ name, up: found.up, ms: found.durationMs }];
  });
}

/** One of the brokers is enough. */
const takesACall = (brokers: readonly string[]): Promise<void> =>
  Promise.any(
    brokers.map((broker) => {
      const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(broker) ?? [];
      return new Promise<void>((resolve, reject) => {
        const socket = connect({ host, port: Number(port), timeout: 1_000 });
        const end = (settle: () => void) => {
          socket.destroy();
          settle();
        };
        socket.once('connect', () => end(resolve));
        socket.once('timeout', () => end(() => reject(new Error('No answer'))));
        socket.once('error', reject);
      });
    }),
  );
