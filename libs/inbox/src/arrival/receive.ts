import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { MessageSeal } from '../message-seal.ts';
import type { Arrival, Received } from './arrival.ts';
import { gatherer } from './gather.ts';

interface Row {
  readonly messageId: string;
  readonly arrival: Arrival;
  readonly source: Buffer;
  readonly content: Buffer;
  readonly rootKid: string;
  readonly body: Buffer;
}

/** Of a row: it was stored now, or a message of the same source id is there (`knownId`), with the same content or not. */
interface Stored {
  readonly message_id: string;
  readonly stored: boolean;
  readonly known_id: string | null;
  readonly same: boolean | null;
}

const arrivedSql = `
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::bytea[], $6::text[], $7::bytea[])
    AS a(message_id, channel, sender_id, source_digest, content_digest, root_kid, body)`;
const columns = 'message_id, channel, sender_id, source_digest, content_digest, root_kid, body';

const storeSql = `
WITH arrived AS (${arrivedSql}),
stored AS (
  INSERT INTO inbox.message (${columns}) SELECT ${columns} FROM arrived
  ON CONFLICT (sender_id, source_digest) WHERE NOT reused DO NOTHING RETURNING message_id
)
SELECT a.message_id, s.message_id IS NOT NULL AS stored, k.message_id AS known_id,
  k.content_digest = a.content_digest AS same
FROM arrived a LEFT JOIN stored s USING (message_id)
LEFT JOIN inbox.message k ON k.sender_id = a.sender_id AND k.source_digest = a.source_digest AND NOT k.reused`;

/** An id that came before with another content: kept beside it, once, and straight to a person. */
const storeReusedSql = `
WITH arrived AS (${arrivedSql}),
stored AS (
  INSERT INTO inbox.message (${columns}, reused, state, reason)
  SELECT ${columns}, true, 'quarantined', 'id-reused' FROM arrived
  ON CONFLICT (sender_id, source_digest, content_digest) WHERE reused DO NOTHING RETURNING message_id
)
SELECT a.message_id, s.message_id IS NOT NULL AS stored, k.message_id AS known_id, true AS same
FROM arrived a LEFT JOIN stored s USING (message_id)
LEFT JOIN inbox.message k ON k.sender_id = a.sender_id AND k.source_digest = a.source_digest
  AND k.content_digest = a.content_digest AND k.reused`;

/** Only of two that arrive at the same moment does neither statement see the other's row: a second look does. */
const mostLooks = 3;

/**
 * Stores messages as they come, many in one statement. It resolves when the message is safe: only then may it be
 * acknowledged. @throws what the database throws, where nothing was stored or it is not known
 */
export function createReceiver(pool: pg.Pool, seal: MessageSeal): (arrival: Arrival) => Promise<Received> {
  const look = async (sql: string, name: string, rows: readonly Row[]): Promise<readonly Stored[]> => {
    if (rows.length === 0) return [];
    const values = [
      rows.map(({ messageId }) => messageId),
      rows.map(({ arrival }) => arrival.channel),
      rows.map(({ arrival }) => arrival.senderId),
      rows.map(({ source }) => source),
      rows.map(({ content }) => content),
      rows.map(({ rootKid }) => rootKid),
      rows.map(({ body }) => body),
    ];
    return (await pool.query<Stored>({ name, text: sql, values })).rows;
  };

  const store = async (rows: readonly Row[]): Promise<ReadonlyMap<string, Received>> => {
    const answers = new Map<string, Received>();
    const reused: Row[] = [];
    for (let looks = 0, left = rows; left.length > 0; looks += 1) {
      if (looks === mostLooks) throw new Error('Messages of one id keep getting in each other’s way');
      const found = new Map((await look(storeSql, 'inbox.store', left)).map((row) => [row.message_id, row]));
      const again: Row[] = [];
      for (const row of left) {
        const { stored, known_id: knownId, same } = found.get(row.messageId) ?? { stored: false, known_id: null };
        if (stored) answers.set(row.messageId, { outcome: 'stored', messageId: row.messageId });
        else if (knownId === null) again.push(row);
        else if (same === true) answers.set(row.messageId, { outcome: 'known', messageId: knownId });
        else reused.push(row);
      }
      left = again;
    }
    for (let looks = 0, left: readonly Row[] = reused; left.length > 0; looks += 1) {
      if (looks === mostLooks) throw new Error('Messages of one id keep getting in each other’s way');
      const found = await look(storeReusedSql, 'inbox.store-reused', left);
      const settled = found.filter(({ stored, known_id: knownId }) => stored || knownId !== null);
      for (const { message_id: id, stored, known_id: knownId } of settled)
        answers.set(id, { outcome: 'id-reused', messageId: stored ? id : (knownId ?? id) });
      left = left.filter(({ messageId }) => !answers.has(messageId));
    }
    return answers;
  };

  const send = async (arrivals: readonly Arrival[]): Promise<readonly Received[]> => {
    const rows = arrivals.map((arrival) => rowOf(arrival, seal));
    const answers = await store(rows);
    return rows.map(({ messageId }) => answers.get(messageId) ?? missing());
  };
  return gatherer(send, { connections: 2, batch: 200, size: ({ body }) => body.length, most: 4_194_304 });
}

function rowOf(arrival: Arrival, seal: MessageSeal): Row {
  const { senderId, sourceId, body, content = body } = arrival;
  const messageId = randomUUID();
  const { rootKid, sealed } = seal.seal(messageId, body);
  const source = seal.digest('source', senderId, sourceId);
  return { messageId, arrival, source, content: seal.digest('content', senderId, content), rootKid, body: sealed };
}

function missing(): never {
  throw new Error('A message that arrived was neither stored nor known');
}
