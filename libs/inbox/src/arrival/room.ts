import type pg from 'pg';

/**
 * Whether there is room for more: where it is not, machines are asked to send later. Nothing that was taken is in danger;
 * what is held back stays with those who sent it, instead of filling a disk.
 */
export type HasRoom = () => Promise<boolean>;

const recentMs = 1_000;
const waitingSql = `
SELECT count(*)::int AS waiting FROM (SELECT FROM inbox.message WHERE state = 'waiting' LIMIT $1) AS found`;

/** @param most so many messages may wait to be taken up */
export function createRoom(pool: pg.Pool, most: number, now: () => number = Date.now): HasRoom {
  let known: { readonly has: Promise<boolean>; readonly until: number } | undefined;
  const count = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ waiting: number }>({ name: 'inbox.room', text: waitingSql, values: [most] });
    return (rows[0]?.waiting ?? 0) < most;
  };
  return () => {
    if (known === undefined || known.until <= now()) {
      const has = count();
      known = { has, until: now() + recentMs };
      has.catch(() => (known = undefined));
    }
    return known.has;
  };
}
