import type pg from 'pg';
import { accessHash, chainStart } from './access.ts';
import { accessColumns, accessOf, type AccessRow } from './access-row.ts';

export interface AuditVerification {
  readonly records: number;
  readonly chains: number;
  /** The first record of each chain that is not what its writer wrote, or is missing. */
  readonly breaches: readonly { readonly chain: string; readonly index: number }[];
}

const pageSize = 5_000;
const page = `
SELECT ${accessColumns}, hash FROM audit.access WHERE (chain, index) > ($1, $2) ORDER BY chain, index LIMIT ${pageSize}`;

/** Recomputes every chain. A cut at the end of a chain goes unseen: keep the heads elsewhere to see it. */
export async function verifyTrail(pool: pg.Pool): Promise<AuditVerification> {
  const breached = new Map<string, number>();
  const chains = new Set<string>();
  let [chain, index, head, records] = ['00000000-0000-0000-0000-000000000000', -1, chainStart, 0];
  for (;;) {
    const { rows } = await pool.query<AccessRow & { readonly hash: Buffer }>({
      name: 'audit.page',
      text: page,
      values: [chain, index],
    });
    for (const row of rows) {
      if (row.chain !== chain) [chain, index, head] = [row.chain, -1, chainStart];
      chains.add(chain);
      const next = accessHash(head, accessOf(row));
      const broken = Number(row.index) !== index + 1 || !next.equals(row.hash);
      if (broken && !breached.has(chain)) breached.set(chain, Number(row.index));
      [index, head] = [Number(row.index), row.hash];
      records += 1;
    }
    if (rows.length < pageSize) break;
  }
  return { records, chains: chains.size, breaches: [...breached].map(([of, at]) => ({ chain: of, index: at })) };
}
