import { roles } from '@stepway/pathway';
import { newSecret, secretHash } from '@stepway/platform';
import type pg from 'pg';
import { z } from 'zod';
import { notSignedIn } from '../http/problem.ts';
import type { Caller } from './caller.ts';

export const sessionCookie = 'stepway_session';
export const sessionHours = 12;
/** How long a session that another process ended may still be believed here. */
const believedMs = 4_000;

const Row = z.object({ actor_id: z.string(), role: z.enum(roles), expires_at: z.date() });
type Row = z.output<typeof Row>;

const redeemSql = `
WITH code AS (
  UPDATE identity.sign_in_code SET used_at = clock_timestamp()
  WHERE code_hash = $1 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING actor_id, role
)
INSERT INTO identity.session (id_hash, actor_id, role, expires_at)
SELECT $2, actor_id, role, clock_timestamp() + $3 * interval '1 hour' FROM code RETURNING actor_id, role, expires_at`;
const findSql = `
SELECT actor_id, role, expires_at FROM identity.session
WHERE id_hash = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()`;
const endSql = `
UPDATE identity.session SET ended_at = clock_timestamp() WHERE id_hash = $1 AND ended_at IS NULL`;

export interface Sessions {
  /** Turns the code of a sign-in link into a session, once; undefined if the code is used, old or unknown. */
  redeem(code: string): Promise<{ readonly id: string; readonly caller: Caller } | undefined>;
  /** @throws ProblemError 401 */
  find(id: string): Promise<Caller>;
  /** Whether a session is still open, asked of the database. */
  isOpen(sessionHash: Buffer): Promise<boolean>;
  end(sessionHash: Buffer): Promise<void>;
}

export function createSessions(pool: pg.Pool): Sessions {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>();

  const look = async (sessionHash: Buffer): Promise<Caller | undefined> => {
    const { rows } = await pool.query({ name: 'session.find', text: findSql, values: [sessionHash] });
    return rows[0] === undefined ? undefined : callerOf(Row.parse(rows[0]), sessionHash);
  };
  const remember = (caller: Caller, sessionHash: Buffer): Caller => {
    if (known.size >= 1_000) known.clear();
    known.set(sessionHash.toString('base64'), { caller, until: Date.now() + believedMs });
    return caller;
  };

  return {
    redeem: async (code) => {
      const id = newSecret();
      const sessionHash = secretHash(id);
      const { rows } = await pool.query({
        name: 'session.redeem',
        text: redeemSql,
        values: [secretHash(code), sessionHash, sessionHours],
      });
      return rows[0] === undefined ? undefined : { id, caller: callerOf(Row.parse(rows[0]), sessionHash) };
    },
    find: async (id) => {
      const sessionHash = secretHash(id);
      const held = known.get(sessionHash.toString('base64'));
      if (held !== undefined && held.until > Date.now()) return held.caller;
      const caller = await look(sessionHash);
      if (caller === undefined) throw notSignedIn('The session has ended');
      return remember(caller, sessionHash);
    },
    isOpen: async (sessionHash) => (await look(sessionHash)) !== undefined,
    end: async (sessionHash) => {
      known.delete(sessionHash.toString('base64'));
      await pool.query({ name: 'session.end', text: endSql, values: [sessionHash] });
    },
  };
}

const callerOf = ({ actor_id: id, role, expires_at }: Row, sessionHash: Buffer): Caller => ({
  actor: { id, kind: 'person', role },
  expiresAt: expires_at.getTime(),
  sessionHash,
});
