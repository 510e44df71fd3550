import type { CommandFields, CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import { missingElements, notCombinable } from './elements.ts';
import { missingSignatures } from './signatures.ts';
import { lastVersion, type Consent } from './state.ts';

/**
 * Records a consent as it was signed, or its next version: scoped, dated, and separate for what may not be combined
 * (42 CFR 2.31). The same again: no news; words are sealed, so the coded elements tell.
 * Rejects: EpisodeNotOpened, InTheFuture, ConsentIncomplete, ConsentNotCombinable, EndsBeforeItBegins,
 * ConsentSignatureMissing, ConsentConflict (another content under the same signature, an older one, or one that ended).
 */
export function giveConsent(journey: Journey, command: CommandOf<'GiveConsent'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const given = consentOf(command);
  const { consentId, signedAt } = given;
  const consent = journey.consents.find((known) => known.consentId === consentId);
  const known = consent?.versions.find((version) => version.signedAt === signedAt);
  if (known) return sameConsent(known, given) ? nothingNew : reject({ type: 'ConsentConflict', consentId });
  const refused = refusedAsGiven(given) ?? refusedAsSigned(journey, given, consent, context);
  if (refused) return reject(refused);

  const version = (consent?.versions.length ?? 0) + 1;
  return accept({
    type: 'ConsentGiven',
    occurredAt: signedAt,
    data: { ...given, version, ...(command.reason && { reason: command.reason }) },
  });
}

type Given = CommandFields['GiveConsent'];

function refusedAsGiven(given: Given): Rejection | undefined {
  const { consentId, expires, signedAt, revocableFrom } = given;
  const missing = missingElements(given);
  if (missing.length > 0) return { type: 'ConsentIncomplete', consentId, missing };
  const field = notCombinable(given);
  if (field !== undefined) return { type: 'ConsentNotCombinable', consentId, field };
  if (expires.on === 'date' && expires.at <= signedAt) return { type: 'EndsBeforeItBegins', field: 'expires.at' };
  if (revocableFrom !== undefined && revocableFrom <= signedAt)
    return { type: 'EndsBeforeItBegins', field: 'revocableFrom' };
  return undefined;
}

function refusedAsSigned(
  journey: OpenedJourney,
  { consentId, signedAt, signatures }: Given,
  consent: Consent | undefined,
  { now, calendar }: Context,
): Rejection | undefined {
  const ahead = inTheFuture({ signedAt }, now);
  if (ahead) return ahead;
  const needs = missingSignatures(signatures, journey, signedAt, calendar);
  if (needs.length > 0) return { type: 'ConsentSignatureMissing', consentId, needs };
  // Who withdrew it gives another one, and nobody signs a version before the one that stands.
  const last = consent && lastVersion(consent);
  if (consent?.ended || (last && last.signedAt > signedAt)) return { type: 'ConsentConflict', consentId };
  return undefined;
}

function consentOf(command: CommandOf<'GiveConsent'>): Given {
  const { type: _type, commandId: _id, actor: _actor, occurredAt: _at, reason: _reason, ...given } = command;
  return given;
}

const sameConsent = (known: Given, given: Given): boolean => sameContent(coded(known), coded(given));

/** Without what is sealed, and without what recording it added. */
function coded(consent: Given): object {
  const { kind, discloser, intermediaryId, purposes, information, statements, expires, revocableFrom } = consent;
  const recipients = consent.recipients.map(({ recipientId, class: of }) => ({ recipientId, of }));
  const signers = consent.signatures.map(({ who }) => who);
  return {
    kind,
    discloser,
    intermediaryId,
    purposes,
    information,
    statements,
    expires,
    revocableFrom,
    recipients,
    signers,
  };
}

/**
 * A consent ends, by the patient's word or by the event that it named: from then on nothing more is disclosed by it, and
 * what was disclosed before stands. Ended already: no news.
 * Rejects: EpisodeNotOpened, UnknownConsent, InTheFuture, EndsBeforeItBegins, ConsentNotYetRevocable.
 */
export function revokeConsent(journey: Journey, command: CommandOf<'RevokeConsent'>, context: Context): Decision {
  const { consentId, at, cause, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const consent = journey.consents.find((known) => known.consentId === consentId);
  const last = consent && lastVersion(consent);
  if (!consent || !last) return reject({ type: 'UnknownConsent', consentId });
  if (consent.ended) return nothingNew;
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);
  if (at < last.signedAt) return reject({ type: 'EndsBeforeItBegins', field: 'at' });
  const { revocableFrom } = last;
  if (cause === 'revoked' && revocableFrom !== undefined && at < revocableFrom)
    return reject({ type: 'ConsentNotYetRevocable', consentId, from: revocableFrom });

  return accept({
    type: 'ConsentRevoked',
    occurredAt,
    data: { consentId, at, cause, ...(reason && { reason }) },
  });
}
