import type { FactOutcome, InboxChannel, InboxQuestion, QuarantineReason } from '@stepway/contracts';
import type pg from 'pg';
import type { MessageSeal } from '../message-seal.ts';
import type { Correction } from '../taking/take.ts';

/** A message that waits for a person, without its words. */
export interface Quarantined {
  readonly messageId: string;
  readonly channel: InboxChannel;
  readonly senderId: string;
  readonly receivedAt: string;
  readonly reason: QuarantineReason;
  readonly questions: readonly InboxQuestion[];
  readonly outcome: readonly FactOutcome[];
}

export interface InboxCounts {
  readonly senderId: string;
  readonly waiting: number;
  readonly quarantined: number;
  readonly oldestWaitingMs: number | null;
}

export interface Quarantine {
  /** Oldest first, of these senders only. @param after the id of the last one of the page before */
  list(query: {
    readonly senderIds: readonly string[];
    readonly limit: number;
    readonly after?: string;
  }): Promise<readonly Quarantined[]>;
  /** With its words. Only for those who may read them, and only together with an audit record. */
  read(messageId: string): Promise<(Quarantined & { readonly text: string }) | undefined>;
  /** Whose message it is; undefined if it waits for nobody. */
  senderOf(messageId: string): Promise<string | undefined>;
  /** Lets it be taken up again, with what a person says to it. False if it waits for nobody. */
  release(messageId: string, correction: Correction, by: string): Promise<boolean>;
  /** It will not become facts: its words are erased. False if it waits for nobody. */
  dismiss(messageId: string, reasonCode: string, by: string): Promise<boolean>;
  counts(): Promise<readonly InboxCounts[]>;
}

const columns = `message_id AS "messageId", channel, sender_id AS "senderId", reason, questions, outcome,
  to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt"`;
const listSql = `
SELECT ${columns} FROM inbox.message WHERE state = 'quarantined' AND sender_id = ANY($1::text[])
  AND ($3::uuid IS NULL OR seq > (SELECT seq FROM inbox.message WHERE message_id = $3)) ORDER BY seq LIMIT $2`;
const readSql = `
SELECT ${columns}, root_kid, body, correction FROM inbox.message WHERE message_id = $1 AND state = 'quarantined'`;
const senderSql = `SELECT sender_id FROM inbox.message WHERE message_id = $1 AND state = 'quarantined'`;
const releaseSql = `
UPDATE inbox.message SET state = 'waiting', reason = NULL, root_kid = $2, body = $3, correction = $4, attempts = 0,
  due_at = clock_timestamp(), settled_by = $5
WHERE message_id = $1 AND state = 'quarantined'`;
const dismissSql = `
UPDATE inbox.message SET state = 'dismissed', reason = $2, body = NULL, correction = NULL, root_kid = NULL,
  settled_by = $3, settled_at = clock_timestamp()
WHERE message_id = $1 AND state = 'quarantined'`;
const countsSql = `
SELECT sender_id AS "senderId", count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
  count(*) FILTER (WHERE state = 'quarantined')::int AS quarantined,
  (extract(epoch FROM clock_timestamp() - min(received_at) FILTER (WHERE state = 'waiting')) * 1000)::float8
    AS "oldestWaitingMs"
FROM inbox.message WHERE state IN ('waiting', 'quarantined') GROUP BY sender_id ORDER BY sender_id`;

type ReadRow = Quarantined & { readonly root_kid: string; readonly body: Buffer; readonly correction: Buffer | null };

export function createQuarantine(pool: pg.Pool, seal: MessageSeal): Quarantine {
  const find = async (messageId: string) => {
    const { rows } = await pool.query<ReadRow>({ name: 'inbox.read', text: readSql, values: [messageId] });
    const [row] = rows;
    if (row === undefined) return undefined;
    const { root_kid: rootKid, body, correction, ...item } = row;
    const open = (sealed: Buffer): string => seal.open(messageId, { rootKid, sealed }).toString('utf8');
    const said = correction === null ? {} : (JSON.parse(open(correction)) as Correction);
    return { item, said, body: seal.open(messageId, { rootKid, sealed: body }) };
  };
  return {
    list: async ({ senderIds, limit, after }) => {
      const values = [senderIds, limit, after ?? null];
      return (await pool.query<Quarantined>({ name: 'inbox.quarantined', text: listSql, values })).rows;
    },
    read: async (messageId) => {
      const found = await find(messageId);
      return found && { ...found.item, text: found.said.text ?? found.body.toString('utf8') };
    },
    senderOf: async (messageId) => {
      const query = { name: 'inbox.sender-of', text: senderSql, values: [messageId] };
      return (await pool.query<{ sender_id: string }>(query)).rows[0]?.sender_id;
    },
    release: async (messageId, correction, by) => {
      const found = await find(messageId);
      if (found === undefined) return false;
      // Both anew, so that one key opens all of a message also after a change of the root key.
      const body = seal.seal(messageId, found.body);
      const said = seal.seal(messageId, Buffer.from(JSON.stringify({ ...found.said, ...correction }), 'utf8'));
      const values = [messageId, body.rootKid, body.sealed, said.sealed, by];
      return (await pool.query({ name: 'inbox.release', text: releaseSql, values })).rowCount === 1;
    },
    dismiss: async (messageId, reasonCode, by) => {
      const values = [messageId, reasonCode, by];
      return (await pool.query({ name: 'inbox.dismiss', text: dismissSql, values })).rowCount === 1;
    },
    counts: async () => (await pool.query<InboxCounts>({ name: 'inbox.counts', text: countsSql })).rows,
  };
}
