import type { OpenSession } from '@stepway/contracts';
import { roles, type Role } from '@stepway/pathway';
import { newSecret, secretHash, type SessionLimits } from '@stepway/platform';
import type pg from 'pg';
import { z } from 'zod';
import { notSignedIn } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import { endAllSql, endOneSql, endSql, findSql, listSql, openSql, redeemSql, seenSql } from './sessions-sql.ts';

/** How long a session that another process ended may still be believed here. */
const believedMs = 4_000;
/** A session's last moment of activity is written down to so much. */
const seenEveryMs = 30_000;

const Row = z.object({
  actor_id: z.string(),
  role: z.enum(roles),
  name: z.string().nullable(),
  sites: z.array(z.string()).nullable(),
  programmes: z.array(z.string()).nullable(),
  expires_at: z.date(),
  seen_at: z.date(),
});
type Row = z.output<typeof Row>;

/** Whom the provider let in, and what of it the session keeps; the rest is the directory's word at each request. */
export interface SignedIn {
  readonly actorId: string;
  readonly role: Role;
  readonly origin: 'directory' | 'claims';
  readonly name?: string | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly programmes?: readonly string[] | undefined;
}

export interface SessionsPage {
  readonly after?: { readonly startedAt: string; readonly sessionId: string } | undefined;
  /** Default 500. */
  readonly limit?: number;
}

export interface Sessions {
  /** Turns the code of a sign-in link into a session, once; undefined if the code is used, old or unknown. */
  redeem(code: string): Promise<{ readonly id: string; readonly caller: Caller } | undefined>;
  open(who: SignedIn): Promise<{ readonly id: string; readonly caller: Caller }>;
  /**
   * @param idleMs how long ago the person behind the request last did something: a page asks by itself, too
   * @throws ProblemError 401
   */
  find(id: string, idleMs: number): Promise<Caller>;
  /** Who is signed in by it now, asked of the database; undefined once it has ended. Asking keeps nothing open. */
  callerNow(sessionHash: Buffer): Promise<Caller | undefined>;
  end(sessionHash: Buffer, by: string): Promise<void>;
  /** @returns the hash of what was ended; undefined if there is no such open session */
  endOne(sessionId: string, by: string): Promise<Buffer | undefined>;
  /** All of one of the staff. */
  endAll(actorId: string, by: string): Promise<readonly Buffer[]>;
  /** The open ones, the newest first; `after` need not be open any more. */
  list(own: Buffer | undefined, page?: SessionsPage): Promise<readonly OpenSession[]>;
}

export function createSessions(pool: pg.Pool, { idleMinutes, hours }: SessionLimits): Sessions {
  const known = new Map<string, { readonly caller: Caller; readonly seenAt: number; readonly until: number }>();
  const keyOf = (sessionHash: Buffer): string => sessionHash.toString('base64');

  const look = async (sessionHash: Buffer): Promise<Row | undefined> => {
    const values = [sessionHash, idleMinutes];
    const { rows } = await pool.query({ name: 'session.find', text: findSql, values });
    return rows[0] === undefined ? undefined : Row.parse(rows[0]);
  };
  const remember = (row: Row, sessionHash: Buffer): Caller => {
    if (known.size >= 1_000) known.clear();
    const caller = callerOf(row, sessionHash);
    known.set(keyOf(sessionHash), { caller, seenAt: row.seen_at.getTime(), until: Date.now() + believedMs });
    return caller;
  };
  const forget = ({ id_hash }: { readonly id_hash: Buffer }): Buffer => {
    known.delete(keyOf(id_hash));
    return id_hash;
  };
  const begun = async (name: string, text: string, id: string, values: readonly unknown[]) => {
    const sessionHash = secretHash(id);
    const { rows } = await pool.query({ name: `session.${name}`, text, values: [sessionHash, hours, ...values] });
    const row = rows[0] === undefined ? undefined : await look(sessionHash);
    return row && { id, caller: callerOf(row, sessionHash) };
  };

  return {
    redeem: (code) => begun('redeem', redeemSql, newSecret(), [secretHash(code)]),
    open: async ({ actorId, role, origin, name, sites, programmes }) => {
      const values = [actorId, role, origin, name ?? null, sites ?? null, programmes ?? null];
      const session = await begun('open', openSql, newSecret(), values);
      // The directory changed in this very moment.
      if (session === undefined) throw notSignedIn('The session has ended');
      return session;
    },
    find: async (id, idleMs) => {
      const sessionHash = secretHash(id);
      const held = known.get(keyOf(sessionHash));
      const activeAt = Date.now() - idleMs;
      if (held !== undefined && held.until > Date.now() && activeAt - held.seenAt < seenEveryMs) return held.caller;
      const row = await look(sessionHash);
      if (row === undefined) throw notSignedIn('The session has ended');
      if (activeAt - row.seen_at.getTime() < seenEveryMs) return remember(row, sessionHash);
      await pool.query({ name: 'session.seen', text: seenSql, values: [sessionHash, idleMs] });
      return remember({ ...row, seen_at: new Date(activeAt) }, sessionHash);
    },
    callerNow: async (sessionHash) => {
      const row = await look(sessionHash);
      return row && callerOf(row, sessionHash);
    },
    end: async (sessionHash, by) => {
      known.delete(keyOf(sessionHash));
      await pool.query({ name: 'session.end', text: endSql, values: [sessionHash, by] });
    },
    endOne: async (sessionId, by) => {
      const { rows } = await pool.query<{ id_hash: Buffer }>({
        name: 'session.end-one',
        text: endOneSql,
        values: [sessionId, by],
      });
      return rows[0] && forget(rows[0]);
    },
    endAll: async (actorId, by) => {
      const { rows } = await pool.query<{ id_hash: Buffer }>({
        name: 'session.end-all',
        text: endAllSql,
        values: [actorId, by],
      });
      return rows.map(forget);
    },
    list: async (own, { after, limit = 500 } = {}) => {
      const values = [idleMinutes, own ?? null, after?.startedAt ?? null, after?.sessionId ?? null, limit];
      const { rows } = await pool.query<Listed>({ name: 'session.list', text: listSql, values });
      return rows.map(openSession);
    },
  };
}

const callerOf = ({ actor_id: id, role, name, sites, programmes, expires_at }: Row, sessionHash: Buffer): Caller => ({
  actor: { id, kind: 'person', role },
  ...(name !== null && { name }),
  scope: { ...(sites && { sites }), ...(programmes && { programmes }) },
  grants: [],
  expiresAt: expires_at.getTime(),
  sessionHash,
});

interface Listed {
  readonly session_id: string;
  readonly actor_id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly origin: OpenSession['origin'];
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly own: boolean;
}

const openSession = (row: Listed): OpenSession => ({
  sessionId: row.session_id,
  actor: { id: row.actor_id, role: row.role, name: row.name },
  origin: row.origin,
  startedAt: row.created_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
  endsAt: row.expires_at.toISOString(),
  own: row.own,
});
