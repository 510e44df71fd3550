import { createTemporalClient, createTouch, reconcile, type Reconciled } from '@stepway/platform';
import { withProgress } from '../progress.ts';
import type { Stack } from '../stack.ts';

/** Makes Temporal agree with the log: every open journey gets its workflow, also after Temporal lost everything. */
export async function recover({ configuration, keys, log }: Stack): Promise<Reconciled> {
  const client = createTemporalClient({ ...configuration.temporal, keys });
  try {
    return await withProgress('Journeys are given their workflows', (say) =>
      reconcile({
        open: log.openStreams(),
        client,
        touch: createTouch(client),
        onProgress: ({ started }) => say(`${started} started`),
      }),
    );
  } finally {
    await client.connection.close();
  }
}
