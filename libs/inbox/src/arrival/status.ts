import type pg from 'pg';

/** How far a message has come. */
export interface MessageStatus {
  readonly senderId: string;
  readonly state: 'waiting' | 'taken' | 'quarantined' | 'dismissed';
  /** Why it waits for a person, or what was said when it was put aside. */
  readonly reason: string | null;
}

const statusSql = `SELECT sender_id AS "senderId", state, reason FROM inbox.message WHERE message_id = $1`;

export const createStatus =
  (pool: pg.Pool) =>
  async (messageId: string): Promise<MessageStatus | undefined> =>
    (await pool.query<MessageStatus>({ name: 'inbox.status', text: statusSql, values: [messageId] })).rows[0];
