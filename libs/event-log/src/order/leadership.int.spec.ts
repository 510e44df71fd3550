import { freshDatabase } from '@stepway/test-support';
import { LeadershipLost } from '../errors.ts';
import { type ALog, aLog, until } from '../specs/a-log.ts';
import { anAppend, holdPlaced } from '../specs/appends.ts';
import type { Leadership } from './leadership.ts';

let the: ALog;
beforeEach(async () => {
  the = aLog(await freshDatabase());
});
afterEach(() => the.close());

function elected(leadership: Leadership | undefined): Leadership {
  if (leadership === undefined) throw new Error('not elected');
  return leadership;
}

/** Places so many events in all; writers of other specs on the same server may hold the horizon back for a moment. */
async function place(leadership: Leadership, count: number, limit = 10): Promise<bigint> {
  let placed = 0;
  let last = 0n;
  await until(
    async () => {
      const round = await the.log.place(leadership, limit);
      expect(round.placed).toBeLessThanOrEqual(limit);
      placed += round.placed;
      last = round.last;
      return placed;
    },
    (so) => so >= count,
  );
  expect(placed).toBe(count);
  return last;
}

describe('the leader of a processor', () => {
  it('hears of a connection that ends while it places, and lives on', async () => {
    const leadership = elected(await the.log.tryLead('relay'));
    await the.log.append(anAppend());
    const holder = await the.app.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM log.checkpoint FOR UPDATE');
    // It waits for the row that `holder` holds; then the server ends its connection.
    const ended = until(
      async () =>
        (
          await the.admin.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          )
        ).rowCount,
      (count) => count === 1,
    );
    await expect(the.log.place(leadership, 10)).rejects.toThrow();
    await ended;
    await holder.query('ROLLBACK');
    holder.release();
    expect(await place(leadership, 1)).toBe(1n);
  });

  it('is one at a time; another takes over where it stopped', async () => {
    const first = elected(await the.log.tryLead('relay'));
    expect(await the.another().tryLead('relay')).toBeUndefined();
    await first.checkpoint(17n);
    await first.release();
    const second = elected(await the.another().tryLead('relay'));
    expect(second.position).toBe(17n);
    expect(second.ownerEpoch).toBe(first.ownerEpoch + 1n);
    expect(await the.log.checkpoint('relay')).toBe(17n);
    await second.release();
  });

  it('does not keep others from leading another processor', async () => {
    const relay = elected(await the.log.tryLead('relay'));
    const webhooks = elected(await the.log.tryLead('webhooks'));
    await Promise.all([relay.release(), webhooks.release()]);
  });

  it('learns that its connection died, and another takes over at once', async () => {
    const first = elected(await the.log.tryLead('relay'));
    await the.admin.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`);
    const second = elected(
      await until(
        () => the.another().tryLead('relay'),
        (leadership) => leadership !== undefined,
      ),
    );
    await until(async () => first.lost.aborted, Boolean);
    await second.release();
  });

  it('whose election failed half-way keeps nobody else from it', async () => {
    await the.admin.query('REVOKE UPDATE ON log.checkpoint FROM stepway_app');
    await expect(the.log.tryLead('relay')).rejects.toThrow('permission denied');
    await the.admin.query('GRANT UPDATE ON log.checkpoint TO stepway_app');
    const next = elected(
      await until(
        () => the.another().tryLead('relay'),
        (leadership) => leadership !== undefined,
      ),
    );
    await next.release();
  });

  it('that froze and wakes changes nothing', async () => {
    await the.log.append(anAppend({ events: [holdPlaced('h1'), holdPlaced('h2')] }));
    const frozen = elected(await the.log.tryLead('relay'));
    await the.admin.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`);
    const next = elected(
      await until(
        () => the.log.tryLead('relay'),
        (leadership) => leadership !== undefined,
      ),
    );
    await expect(frozen.checkpoint(99n)).rejects.toThrow(LeadershipLost);
    await expect(the.log.place(frozen, 10)).rejects.toThrow(LeadershipLost);
    expect(await place(next, 2)).toBe(2n);
    expect(await the.log.checkpoint('relay')).toBe(0n);
    await next.release();
  });
});

describe('positions', () => {
  it('go up by one in the order of the log, whoever leads', async () => {
    for (const id of ['e1', 'e2', 'e3']) await the.log.append(anAppend({ episodeId: id }));
    const first = elected(await the.log.tryLead('relay'));
    expect(await place(first, 2, 2)).toBe(2n);
    await first.release();
    const second = elected(await the.another().tryLead('relay'));
    expect(await place(second, 1)).toBe(3n);
    expect(await the.log.place(second, 10)).toEqual({ placed: 0, last: 3n });
    await second.release();
    const placed = await the.log.readPlaced(1n, 10);
    expect(placed.map(({ position, event }) => [position, event.episodeId])).toEqual([
      [2n, 'e2'],
      [3n, 'e3'],
    ]);
    expect(await the.log.lastPosition()).toBe(3n);
  });

  it('are given once, also when two leaders try at the same moment', async () => {
    for (let n = 0; n < 30; n += 1) await the.log.append(anAppend({ episodeId: `e${n}` }));
    const leadership = elected(await the.log.tryLead('relay'));
    await Promise.all([1, 2, 3, 4].map(() => the.log.place(leadership, 7)));
    const placed = await until(
      async () => {
        await the.log.place(leadership, 7);
        return the.log.readPlaced(0n, 100);
      },
      ({ length }) => length >= 30,
    );
    expect(placed.map(({ event }) => event.episodeId)).toEqual(Array.from({ length: 30 }, (_, n) => `e${n}`));
    await leadership.release();
  });
});

describe('the doorbell', () => {
  it('rings soon after an append of another process', async () => {
    const rung = Promise.withResolvers<void>();
    let rings = 0;
    const stop = the.another().onAppended(() => {
      rings += 1;
      if (rings === 2) rung.resolve(); // the first says that it listens
    });
    await until(
      async () => rings,
      (count) => count > 0,
    );
    await the.log.append(anAppend());
    await rung.promise;
    await stop();
  });
});
