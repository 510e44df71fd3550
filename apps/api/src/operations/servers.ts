import { connect } from 'node:net';
import { serverNames, type SystemView } from '@stepway/contracts';
import { postgresDependency, readiness } from '@stepway/platform';
import type { Resources } from '../resources.ts';

/**
 * How the servers answer. The API works without Kafka and Temporal, and must not wait for them with retries of its own:
 * that they take a call is what it asks.
 */
export async function serversNow({
  pool,
  configuration: { kafka, temporal },
}: Pick<Resources, 'pool' | 'configuration'>): Promise<SystemView['servers']> {
  const { dependencies } = await readiness([
    postgresDependency(pool),
    { name: 'kafka', check: () => takesACall(kafka.brokers) },
    { name: 'temporal', check: () => takesACall([temporal.address]) },
  ]);
  return serverNames.flatMap((name) => {
    const found = dependencies.find((one) => one.name === name);
    return found === undefined ? [] : [{ name, up: found.up, ms: found.durationMs }];
  });
}

/** One of them is enough. */
const takesACall = (addresses: readonly string[]): Promise<void> =>
  Promise.any(
    addresses.map((address) => {
      const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
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
