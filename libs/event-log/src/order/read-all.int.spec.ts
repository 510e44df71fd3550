import { freshDatabase } from '@stepway/test-support';
import type { PoolClient } from 'pg';
import type { EventLog } from '../event-log.ts';
import { type ALog, aLog, until } from '../specs/a-log.ts';
import { anAppend, headOf, holdPlaced } from '../specs/appends.ts';
import { emptyStream } from '../integrity/chain.ts';
import type { AppendRequest } from '../stream/append.ts';
import { appendStatement } from '../stream/append-statement.ts';
import { prepareAppend } from '../stream/prepare.ts';
import { type LogCursor, beginning } from './cursor.ts';

let the: ALog;
beforeEach(async () => {
  the = aLog(await freshDatabase());
});
afterEach(() => the.close());

/** An append whose transaction the spec holds open. */
async function begun(request: AppendRequest): Promise<PoolClient> {
  const client = await the.app.connect();
  await client.query('BEGIN');
  await client.query(appendStatement([prepareAppend(request)]));
  return client;
}

async function end(client: PoolClient, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await client.query(how);
  client.release();
}

const readIds = async (log: EventLog, after: LogCursor = beginning): Promise<string[]> =>
  (await log.readAll(after, 100)).events.map((event) => event.episodeId);

/** What a reader comes to see: writers of other specs on the same server may hold the horizon back for a moment. */
const comeToRead = (count: number, after: LogCursor = beginning): Promise<string[]> =>
  until(
    () => readIds(the.log, after),
    (ids) => ids.length >= count,
  );

describe('the log across journeys, while a transaction is slow', () => {
  it('does not skip its events when a faster one that began later commits first', async () => {
    const slow = await begun(anAppend({ episodeId: 'slow' }));
    await the.log.append(anAppend({ episodeId: 'fast' }));
    const first = await the.log.readAll(beginning, 100);
    expect(first.events).toEqual([]); // nothing above the slow one may be read yet
    await end(slow, 'COMMIT');
    expect(await comeToRead(2, first.next)).toEqual(['slow', 'fast']);
  });

  it('hides new commits while an older writing transaction is open, and shows them when it ends', async () => {
    await the.log.append(anAppend({ episodeId: 'before' }));
    await comeToRead(1);
    const open = await begun(anAppend({ episodeId: 'open' }));
    await the.log.append(anAppend({ episodeId: 'after' }));
    expect(await readIds(the.log)).toEqual(['before']);
    expect(await the.log.oldestWriterMs()).toBeGreaterThan(0);
    await end(open, 'ROLLBACK');
    expect(await comeToRead(2)).toEqual(['before', 'after']);
  });

  it('stalls visibly behind one that nobody ends, until the server ends it', async () => {
    const { rows } = await the.app.query('SHOW idle_in_transaction_session_timeout'); // of the role, whatever the program
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '10s' }]);
    const forgotten = await begun(anAppend({ episodeId: 'forgotten' }));
    const ended = new Promise((resolve) => forgotten.once('error', resolve));
    await the.log.append(anAppend({ episodeId: 'waits' }));
    expect(await readIds(the.log)).toEqual([]);
    expect(await the.log.oldestWriterMs()).toBeGreaterThan(0);
    await forgotten.query(`SET LOCAL idle_in_transaction_session_timeout = '50ms'`);
    await ended;
    forgotten.release(true);
    expect(await comeToRead(1)).toEqual(['waits']);
  });

  it('is not held up by one that only reads', async () => {
    const reader = await the.app.connect();
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM log.event');
    await the.log.append(anAppend({ episodeId: 'written' }));
    expect(await comeToRead(1)).toEqual(['written']);
    await end(reader, 'COMMIT');
  });

  it('gets over numbers of the sequence that nobody used', async () => {
    await the.log.append(anAppend({ episodeId: 'e1' }));
    await the.app.query(`SELECT nextval('log.seq') FROM generate_series(1, 1000)`);
    await end(await begun(anAppend({ episodeId: 'rolled-back' })), 'ROLLBACK');
    await the.log.append(anAppend({ episodeId: 'e2' }));
    expect(await comeToRead(2)).toEqual(['e1', 'e2']);
  });
});

describe('a page of the log', () => {
  it('may end inside a transaction: the next goes on with the rest, once', async () => {
    const events = Array.from({ length: 7 }, (_, n) => holdPlaced(`h${n}`));
    await the.log.append(anAppend({ events }));
    await comeToRead(7);
    const versions: number[] = [];
    for (let after = beginning; ;) {
      const page = await the.log.readAll(after, 3);
      if (page.events.length === 0) break;
      versions.push(...page.events.map((event) => event.version));
      after = page.next;
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('has each journey in the order of its versions', async () => {
    let head = emptyStream;
    for (let n = 0; n < 5; n += 1)
      head = headOf(await the.log.append(anAppend({ commandId: `c${n}`, expected: head })));
    await comeToRead(5);
    const { events } = await the.log.readAll(beginning, 100);
    expect(events.map((event) => event.version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins a new epoch behind all of the old one, whatever the transaction ids say', async () => {
    await the.log.append(anAppend({ episodeId: 'old' }));
    // As after a restore onto a new server: old events bear ids from the server's future.
    const future = anAppend({ episodeId: 'restored' });
    const client = await the.admin.connect();
    await client.query(`ALTER TABLE log.event ALTER transaction_id SET DEFAULT '9000000000'::xid8`);
    await client.query(appendStatement([prepareAppend(future)]));
    await client.query('ALTER TABLE log.event ALTER transaction_id SET DEFAULT pg_current_xact_id()');
    expect(await comeToRead(1)).toEqual(['old']); // above every horizon: this is why the epoch must rise
    await client.query(
      'CREATE OR REPLACE FUNCTION log.epoch() RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 2',
    );
    client.release();
    await the.log.append(anAppend({ episodeId: 'new' }));
    expect(await comeToRead(3)).toEqual(['old', 'restored', 'new']);
  });
});

describe('16 writers with rollbacks and delayed commits, and readers beside them', () => {
  const writers = 16;
  const appendsEach = 15;

  it('lose nothing and show nothing twice, by cursor and by position', async () => {
    const leadership = await the.log.tryLead('relay');
    if (leadership === undefined) throw new Error('nobody else should lead');
    const seen: string[] = [];
    let cursor = beginning;
    const placed: string[] = [];
    let position = 0n;
    let writing = true;

    const readers = (async () => {
      while (writing) {
        for (let page = await the.log.readAll(cursor, 37); ; page = await the.log.readAll(cursor, 37)) {
          seen.push(...page.events.map((event) => event.id));
          cursor = page.next;
          if (page.events.length === 0) break;
        }
        await the.log.place(leadership, 29);
        for (const event of await the.log.readPlaced(position, 1_000)) {
          placed.push(event.event.id);
          expect(event.position).toBe(position + 1n);
          position = event.position;
        }
      }
    })();

    const committed: string[] = [];
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        let expected = emptyStream;
        for (let n = 0; n < appendsEach; n += 1) {
          const prepared = prepareAppend(
            anAppend({
              episodeId: `w${writer}`,
              commandId: `c${n}`,
              expected,
              events: [holdPlaced('a'), holdPlaced('b')],
            }),
          );
          const client = await begunAt(prepared);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
          const rollback = Math.random() < 0.3;
          await end(client, rollback ? 'ROLLBACK' : 'COMMIT');
          if (rollback) continue;
          committed.push(...prepared.rows.map((row) => row.eventId));
          expected = prepared.head;
        }
      }),
    );
    await until(async () => seen.length >= committed.length && placed.length >= committed.length, Boolean);
    writing = false;
    await readers;
    await leadership.release();

    expect(seen.length).toBe(committed.length);
    expect(seen.toSorted()).toEqual(committed.toSorted());
    expect(placed).toEqual(seen);
  });

  async function begunAt(prepared: ReturnType<typeof prepareAppend>): Promise<PoolClient> {
    const client = await the.app.connect();
    await client.query('BEGIN');
    await client.query(appendStatement([prepared]));
    return client;
  }
});
