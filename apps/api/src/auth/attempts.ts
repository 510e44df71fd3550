import { hkdfSync, type KeyObject } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';

/** What the browser that began to sign in keeps until it comes back: nobody else can end what it began. */
const Attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() });
export type Attempt = z.output<typeof Attempt>;

/** How long somebody may take at the provider. */
export const attemptMinutes = 10;

export interface Attempts {
  /** For a cookie: encrypted, so that nothing is stored for who never comes back. */
  seal(attempt: Attempt): Promise<string>;
  /** Undefined if it is none of ours, or too old. */
  open(sealed: string): Promise<Attempt | undefined>;
}

export function createAttempts(secret: KeyObject, now: () => Date): Attempts {
  const key = new Uint8Array(hkdfSync('sha256', secret.export(), '', 'stepway sign-in attempt', 32));
  return {
    seal: (attempt) =>
      new EncryptJWT(attempt)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(new Date(now().getTime() + attemptMinutes * 60_000))
        .encrypt(key),
    open: async (sealed) => {
      const opened = await jwtDecrypt(sealed, key, { currentDate: now() }).catch(() => undefined);
      return Attempt.safeParse(opened?.payload).data;
    },
  };
}
