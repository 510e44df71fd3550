import type { CommandType } from '@stepway/pathway';
import type { Caller, Grant, Scope } from './caller.ts';
import { mayReadCare, maySend } from './permissions.ts';

/** What of a journey decides who may see it. */
export interface Subject {
  readonly episodeId: string;
  readonly siteId: string;
  readonly programme: string;
}

/** `see`, or a command that is sent to the journey. */
export type Act = 'see' | CommandType;

/** `forbidden`: seen, but not this caller's to do. `unseen`: as if it were not there. */
export type Verdict = 'granted' | 'forbidden' | 'unseen';

/**
 * Whether somebody may do something with a journey; what is not granted here is denied.
 * The role says what, the scope says whose; a grant stands in for the scope, never for the role.
 */
export function mayAct(caller: Caller, act: Act, subject: Subject, now: number): Verdict {
  if (!maySee(caller, subject, now)) return 'unseen';
  return act === 'see' || maySend(caller.actor.role, act) ? 'granted' : 'forbidden';
}

export function maySee({ actor, scope, grants }: Caller, subject: Subject, now: number): boolean {
  return mayReadCare(actor.role) && (covers(scope, subject) || isGranted(grants, subject, now));
}

export const covers = ({ sites, programmes }: Scope, { siteId, programme }: Omit<Subject, 'episodeId'>): boolean =>
  (sites?.includes(siteId) ?? true) && (programmes?.includes(programme) ?? true);

const isGranted = (grants: readonly Grant[], { episodeId }: Subject, now: number): boolean =>
  grants.some((grant) => grant.episodeId === episodeId && grant.until > now);

/** Nobody of the organisation is outside of it. */
export const isEverywhere = ({ sites, programmes }: Scope): boolean => sites === undefined && programmes === undefined;

/** What a list asks for, within the scope; a site or programme outside of it has nobody. */
export function within(
  { sites, programmes }: Scope,
  asked: { readonly site?: readonly string[] | undefined; readonly programme?: readonly string[] | undefined },
): { readonly siteIds?: readonly string[]; readonly programmes?: readonly string[] } {
  const siteIds = both(sites, asked.site);
  const ofProgrammes = both(programmes, asked.programme);
  return { ...(siteIds && { siteIds }), ...(ofProgrammes && { programmes: ofProgrammes }) };
}

const both = (
  own: readonly string[] | undefined,
  asked: readonly string[] | undefined,
): readonly string[] | undefined =>
  own === undefined || asked === undefined ? (own ?? asked) : asked.filter((one) => own.includes(one));
