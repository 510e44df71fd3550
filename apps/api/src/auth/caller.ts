import type { Actor } from '@stepway/pathway';

/** Whose people somebody works with: those of these sites and programmes. Left out = all of the organisation. */
export interface Scope {
  readonly sites?: readonly string[];
  readonly programmes?: readonly string[];
}

/**
 * A widening of the scope by an emergency access: one journey, until a moment (epoch ms). It adds nothing to what the
 * role may do.
 */
export interface Grant {
  readonly emergencyId: string;
  readonly episodeId: string;
  readonly patientId: string;
  readonly until: number;
}

/** Who asks: the actor of the token or session, whose people are theirs, and until when it is believed. */
export interface Caller {
  readonly actor: Actor;
  /** As the directory or the provider has it. */
  readonly name?: string;
  readonly scope: Scope;
  /** Journeys outside of the scope that are open to the caller for a time. */
  readonly grants: readonly Grant[];
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Set for a browser's session; undefined for a bearer token. */
  readonly sessionHash?: Buffer;
}
