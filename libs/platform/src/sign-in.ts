import { hash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '@stepway/pathway';

/** How long a sign-in link works. It works once. */
export const signInMinutes = 10;

/** The form in which codes and session ids are stored. They are random and long: a plain hash is enough. */
export const secretHash = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A secret that nobody guesses, fit for a link or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Makes the code of a single-use sign-in link, `<address>/sign-in?code=<code>`, for whoever may run programs on this
 * machine. Only its hash is stored.
 */
export async function createSignInCode(
  pool: pg.Pool,
  { actorId, role }: { readonly actorId: string; readonly role: Role },
): Promise<string> {
  const code = newSecret();
  await pool.query(
    `INSERT INTO identity.sign_in_code (code_hash, actor_id, role, expires_at)
     VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 minute')`,
    [secretHash(code), actorId, role, signInMinutes],
  );
  return code;
}
