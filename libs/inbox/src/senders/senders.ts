import { Sender } from '@stepway/contracts';
import type pg from 'pg';

/** Who may send. A change holds within a second, in every program. */
export interface Senders {
  all(): Promise<readonly Sender[]>;
  find(senderId: string): Promise<Sender | undefined>;
  /** The active one whose messages look so. */
  ofHl7v2(application: string, facility: string): Promise<Sender | undefined>;
  ofFhir(subject: string): Promise<Sender | undefined>;
  ofKafka(source: string): Promise<Sender | undefined>;
  /** Adds or changes one. */
  set(sender: Sender, by: string): Promise<void>;
}

const allSql = 'SELECT settings FROM inbox.sender ORDER BY sender_id';
const findSql = 'SELECT settings FROM inbox.sender WHERE sender_id = $1';
const setSql = `
INSERT INTO inbox.sender (sender_id, settings, changed_by) VALUES ($1, $2, $3)
ON CONFLICT (sender_id) DO UPDATE SET settings = $2, changed_by = $3, changed_at = clock_timestamp(),
  version = inbox.sender.version + 1`;

/** A thousand messages a second do not ask a thousand times who may send them. */
const recentMs = 1_000;

export function createSenders(pool: pg.Pool, now: () => number = Date.now): Senders {
  const ask = async (name: string, text: string, values: readonly unknown[] = []): Promise<readonly Sender[]> => {
    const { rows } = await pool.query<{ settings: unknown }>({ name, text, values: [...values] });
    return rows.map(({ settings }) => Sender.parse(settings));
  };
  let known: { readonly senders: Promise<readonly Sender[]>; readonly until: number } | undefined;
  const recent = (): Promise<readonly Sender[]> => {
    if (known === undefined || known.until <= now()) {
      const senders = ask('inbox.senders', allSql);
      known = { senders, until: now() + recentMs };
      senders.catch(() => (known = undefined));
    }
    return known.senders;
  };
  const active = async (is: (sender: Sender) => boolean): Promise<Sender | undefined> =>
    (await recent()).find((sender) => sender.active && is(sender));
  return {
    all: () => ask('inbox.senders', allSql),
    find: async (senderId) => (await ask('inbox.sender', findSql, [senderId]))[0],
    ofHl7v2: (application, facility) =>
      active(({ hl7v2 }) => hl7v2?.application === application && hl7v2.facility === facility),
    ofFhir: (subject) => active(({ fhir }) => fhir?.subject === subject),
    ofKafka: (source) => active(({ kafka }) => kafka?.source === source),
    set: async (sender, by) => {
      await pool.query({ name: 'inbox.set-sender', text: setSql, values: [sender.senderId, sender, by] });
    },
  };
}
