import type { Actor, Role } from '@stepway/pathway';
import { notAllowed } from '../http/problem.ts';

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

/** A role of the house, or an integration partner, which has none: no list of what roles may do has it. */
export type CallerRole = Role | 'partner';

/** Who is named in the trail. Only an actor with a role of the house can act on a journey (`ofTheHouse`). */
export interface CallingActor extends Omit<Actor, 'role'> {
  readonly role: CallerRole;
}

/** Who asks: the actor of the token or session, whose people are theirs, and until when it is believed. */
export interface Caller {
  readonly actor: CallingActor;
  /** Set for an integration partner: then the role is `partner`, and only routes that are `OpenToPartners` come so far. */
  readonly partnerId?: string;
  /** What a partner's token was given for (SMART scopes); left out for everybody else. */
  readonly scopes?: readonly string[];
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

/** Whoever acts on journeys has a role of the house. @throws ProblemError 403 for a partner */
export function ofTheHouse({ id, kind, role }: CallingActor): Actor {
  if (role === 'partner') throw notAllowed('A partner may not do this');
  return { id, kind, role };
}
