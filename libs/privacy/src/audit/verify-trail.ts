import type pg from 'pg';
import { accessHash, chainStart, type ChainedAccess } from './access.ts';

export interface AuditVerification {
  readonly records: number;
  readonly chains: number;
  /** The first record of each chain that is not what its writer wrote, or is missing. */
  readonly breaches: readonly { readonly chain: string; readonly index: number }[];
}

interface AccessRow {
  readonly chain: string;
  readonly index: string;
  readonly at: Date;
  readonly request_id: string;
  readonly actor_id: string;
  readonly actor_kind: string;
  readonly actor_role: string;
  readonly action: string;
  readonly place: string;
  readonly subject_kind: ChainedAccess['subjectKind'];
  readonly subject_ids: string[];
  readonly outcome: ChainedAccess['outcome'];
  readonly hash: Buffer;
}

const pageSize = 5_000;
const page = `
SELECT chain, index, at, request_id, actor_id, actor_kind, actor_role, action, place, subject_kind, subject_ids, outcome,
  hash FROM audit.access WHERE (chain, index) > ($1, $2) ORDER BY chain, index LIMIT ${pageSize}`;

/** Recomputes every chain. A cut at the end of a chain goes unseen: keep the heads elsewhere to see it. */
export async function verifyTrail(pool: pg.Pool): Promise<AuditVerification> {
  const breached = new Map<string, number>();
  const chains = new Set<string>();
  let [chain, index, head, records] = ['00000000-0000-0000-0000-000000000000', -1, chainStart, 0];
  for (;;) {
    const { rows } = await pool.query<AccessRow>({ name: 'audit.page', text: page, values: [chain, index] });
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

function accessOf(row: AccessRow): ChainedAccess {
  return {
    chain: row.chain,
    index: Number(row.index),
    at: row.at.toISOString(),
    requestId: row.request_id,
    actor: { id: row.actor_id, kind: row.actor_kind, role: row.actor_role },
    action: row.action,
    place: row.place,
    subjectKind: row.subject_kind,
    subjectIds: row.subject_ids,
    outcome: row.outcome,
  };
}
