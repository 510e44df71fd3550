import type { ChainedAccess } from './access.ts';

/** A record as the table has it. */
export interface AccessRow {
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
  readonly emergency_id: string | null;
}

/** What of it is hashed. */
export const accessColumns = `chain, index, at, request_id, actor_id, actor_kind, actor_role, action, place,
  subject_kind, subject_ids, outcome, emergency_id`;

export function accessOf(row: AccessRow): ChainedAccess {
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
    ...(row.emergency_id !== null && { emergencyId: row.emergency_id }),
  };
}
