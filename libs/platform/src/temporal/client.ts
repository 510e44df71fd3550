import { Client, Connection } from '@temporalio/client';
import type { Dependency } from '../health.ts';
import type { Keys } from '../keys.ts';
import { createDataConverter } from './data-converter.ts';

export interface TemporalOptions {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  readonly keys: Pick<Keys, 'codec'>;
}

/**
 * A client that connects at its first call, so that a program starts while Temporal is down.
 * Close it by `client.connection.close()`.
 */
export function createTemporalClient({ address, namespace, keys }: TemporalOptions): Client {
  const connection = Connection.lazy({ address, connectTimeout: '5s' });
  return new Client({ connection, namespace, dataConverter: createDataConverter(keys) });
}

export function temporalDependency(client: Client): Dependency {
  return {
    name: 'temporal',
    check: () => client.connection.withDeadline(Date.now() + 1_000, () => client.workflowService.getSystemInfo({})),
  };
}
