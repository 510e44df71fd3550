import type { FactOutcome, InboxChannel, InboxQuestion, QuarantineReason } from '@stepway/contracts';
import type pg from 'pg';
import type { MessageSeal } from '../message-seal.ts';

/** A message that waits to become facts. */
export interface WaitingMessage {
  readonly messageId: string;
  readonly channel: InboxChannel;
  readonly senderId: string;
  readonly body: Buffer;
  /** Of whom it speaks, as a person said who released it. */
  readonly patientId?: string;
  /** How often it was taken up before. */
  readonly attempts: number;
}

/** What a person said who released a message; sealed. */
export interface Correction {
  readonly patientId?: string;
  readonly text?: string;
}

export type Settlement =
  /** All that it says is recorded, or was. Its words are erased. */
  | { readonly state: 'taken'; readonly outcome: readonly FactOutcome[] }
  /** Not for us, by the sender's settings. Its words are erased. */
  | { readonly state: 'left-aside' }
  /** A person has to say something first. What is certain was recorded (`outcome`). */
  | {
      readonly state: 'quarantined';
      readonly reason: QuarantineReason;
      readonly questions: readonly InboxQuestion[];
      readonly outcome: readonly FactOutcome[];
    };

export interface Taking {
  /** Oldest first. Taken up for 15 s: whoever dies with it leaves it to another, and taken twice it changes nothing. */
  take(limit: number): Promise<readonly WaitingMessage[]>;
  settle(messageId: string, settlement: Settlement): Promise<void>;
  /** A server is away: again after so long, and that was no attempt. */
  putOff(messageId: string, ms: number): Promise<void>;
  /** Something went wrong with it: again after so long. */
  tryAgain(messageId: string, ms: number): Promise<void>;
}

const takeSql = `
UPDATE inbox.message SET attempts = attempts + 1, due_at = clock_timestamp() + interval '15 seconds'
WHERE seq IN (
  SELECT seq FROM inbox.message WHERE state = 'waiting' AND due_at <= clock_timestamp()
  ORDER BY due_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED
)
RETURNING seq, message_id, channel, sender_id, root_kid, body, correction, attempts - 1 AS attempts`;
const takenSql = `
UPDATE inbox.message SET state = 'taken', body = NULL, correction = NULL, root_kid = NULL, reason = NULL,
  questions = '[]', outcome = $2, settled_at = clock_timestamp()
WHERE message_id = $1 AND state = 'waiting'`;
const leftAsideSql = `
UPDATE inbox.message SET state = 'dismissed', reason = 'not-for-us', body = NULL, correction = NULL, root_kid = NULL,
  settled_at = clock_timestamp()
WHERE message_id = $1 AND state = 'waiting'`;
const quarantineSql = `
UPDATE inbox.message SET state = 'quarantined', reason = $2, questions = $3, outcome = $4
WHERE message_id = $1 AND state = 'waiting'`;
const putOffSql = `
UPDATE inbox.message SET due_at = clock_timestamp() + $2 * interval '1 millisecond', attempts = attempts - $3
WHERE message_id = $1 AND state = 'waiting'`;

interface TakenRow {
  readonly seq: string;
  readonly message_id: string;
  readonly channel: InboxChannel;
  readonly sender_id: string;
  readonly root_kid: string;
  readonly body: Buffer;
  readonly correction: Buffer | null;
  readonly attempts: number;
}

export function createTaking(pool: pg.Pool, seal: MessageSeal): Taking {
  const opened = (row: TakenRow): WaitingMessage => {
    const { message_id: messageId, root_kid: rootKid, correction } = row;
    const open = (sealed: Buffer): Buffer => seal.open(messageId, { rootKid, sealed });
    const said = correction === null ? {} : (JSON.parse(open(correction).toString('utf8')) as Correction);
    return {
      ...{ messageId, channel: row.channel, senderId: row.sender_id, attempts: row.attempts },
      body: said.text === undefined ? open(row.body) : Buffer.from(said.text, 'utf8'),
      ...(said.patientId !== undefined && { patientId: said.patientId }),
    };
  };
  return {
    take: async (limit) => {
      const { rows } = await pool.query<TakenRow>({ name: 'inbox.take', text: takeSql, values: [limit] });
      return rows.toSorted((a, b) => Number(a.seq) - Number(b.seq)).map(opened);
    },
    settle: async (messageId, settlement) => {
      switch (settlement.state) {
        case 'taken': {
          const values = [messageId, JSON.stringify(settlement.outcome)];
          await pool.query({ name: 'inbox.taken', text: takenSql, values });
          return;
        }
        case 'left-aside':
          await pool.query({ name: 'inbox.left-aside', text: leftAsideSql, values: [messageId] });
          return;
        case 'quarantined': {
          const { reason, questions, outcome } = settlement;
          const values = [messageId, reason, JSON.stringify(questions), JSON.stringify(outcome)];
          await pool.query({ name: 'inbox.quarantine', text: quarantineSql, values });
        }
      }
    },
    putOff: async (messageId, ms) => {
      await pool.query({ name: 'inbox.put-off', text: putOffSql, values: [messageId, ms, 1] });
    },
    tryAgain: async (messageId, ms) => {
      await pool.query({ name: 'inbox.put-off', text: putOffSql, values: [messageId, ms, 0] });
    },
  };
}
