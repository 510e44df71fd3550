import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { accessHash, chainStart, type Access, type ChainedAccess } from './access.ts';

/** Who looked at whom. No record, no access: answer only after `record` has resolved. */
export interface AuditTrail {
  /** Rejects if it could not be stored: then the access must not take place. */
  record(access: Access): Promise<void>;
}

interface Waiting {
  readonly access: Access;
  readonly at: string;
  readonly done: PromiseWithResolvers<void>;
}

const insert = `
INSERT INTO audit.access (chain, index, at, request_id, actor_id, actor_kind, actor_role, action, place, subject_kind,
  subject_ids, outcome, emergency_id, hash)
SELECT a.chain, a.index, a.at, a.request_id, a.actor_id, a.actor_kind, a.actor_role, a.action, a.place, a.subject_kind,
  ARRAY(SELECT jsonb_array_elements_text(a.subject_ids)), a.outcome,
  a.emergency_id, a.hash
FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::uuid[], $14::bytea[])
  AS a(chain, index, at, request_id, actor_id, actor_kind, actor_role, action, place, subject_kind, subject_ids, outcome,
    emergency_id, hash)`;

export interface AuditTrailOptions {
  readonly pool: pg.Pool;
  readonly now?: () => Date;
}

/** Records of one process, in a chain of its own; those that come while one is being stored go together. */
export function createAuditTrail({ pool, now = () => new Date() }: AuditTrailOptions): AuditTrail {
  let chain = randomUUID();
  let index = 0;
  let head = chainStart;
  const waiting: Waiting[] = [];
  let storing = false;

  const store = async (batch: readonly Waiting[]): Promise<void> => {
    let last = head;
    const rows = batch.map(({ access, at }, place) => {
      const chained: ChainedAccess = { ...access, at, chain, index: index + place };
      last = accessHash(last, chained);
      return { ...chained, hash: last };
    });
    await pool.query({ name: 'audit.record', text: insert, values: columnsOf(rows) });
    index += rows.length;
    head = last;
  };
  const storeAll = async (): Promise<void> => {
    storing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 500);
      try {
        await store(batch);
        for (const { done } of batch) done.resolve();
      } catch (error) {
        // Whether it was stored is not known: a new chain never collides with what may be there.
        [chain, index, head] = [randomUUID(), 0, chainStart];
        for (const { done } of batch) done.reject(error);
      }
    }
    storing = false;
  };

  return {
    record: (access) => {
      const done = Promise.withResolvers<void>();
      waiting.push({ access, at: now().toISOString(), done });
      if (!storing) void storeAll();
      return done.promise;
    },
  };
}

function columnsOf(rows: readonly (ChainedAccess & { readonly hash: Buffer })[]): unknown[] {
  return [
    rows.map(({ chain }) => chain),
    rows.map(({ index }) => index),
    rows.map(({ at }) => at),
    rows.map(({ requestId }) => requestId),
    rows.map(({ actor }) => actor.id),
    rows.map(({ actor }) => actor.kind),
    rows.map(({ actor }) => actor.role),
    rows.map(({ action }) => action),
    rows.map(({ place }) => place),
    rows.map(({ subjectKind }) => subjectKind),
    rows.map(({ subjectIds }) => JSON.stringify(subjectIds)),
    rows.map(({ outcome }) => outcome),
    rows.map(({ emergencyId }) => emergencyId ?? null),
    rows.map(({ hash }) => hash),
  ];
}
