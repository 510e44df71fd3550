import { keepVerification, verifyTrail } from '@stepway/privacy';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

/** What was written down so shortly before may be on its way into the table, behind where it was read. */
const underWayMs = 60_000;

/** Each record of who saw what is as its writer wrote it; that this was looked at is kept, for who reads the trail. */
export async function trailUnbroken({ pool }: Stack): Promise<Finding> {
  const at = new Date(Date.now() - underWayMs).toISOString();
  const found = await verifyTrail(pool);
  await keepVerification(pool, { at, ...found });
  return finding(
    'I13',
    'The audit trail is as it was written',
    found.records,
    found.breaches.map(({ chain, index }) => `chain ${chain} from record ${index} on`),
    `${found.chains} chains`,
  );
}
