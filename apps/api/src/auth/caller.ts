import type { Actor } from '@stepway/pathway';

/** Who asks: the actor of the token or session, and until when it is believed. */
export interface Caller {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Set for a browser's session; undefined for a bearer token. */
  readonly sessionHash?: Buffer;
}
