import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';
import { lastVersion, type Consent } from './state.ts';

type ConsentEvent = CareEventOf<'ConsentGiven' | 'ConsentRevoked' | 'ConsentExpired'>;

export function evolveConsents(journey: OpenedJourney, event: ConsentEvent): OpenedJourney {
  const { id: eventId, recordedAt } = event;
  switch (event.type) {
    case 'ConsentGiven': {
      const { reason: _sealed, ...given } = event.data;
      const { consentId } = given;
      const known = journey.consents.find((consent) => consent.consentId === consentId);
      const consent = { consentId, versions: [...(known?.versions ?? []), { ...given, recordedAt, eventId }] };
      return { ...journey, consents: [...journey.consents.filter((other) => other !== known), consent] };
    }
    case 'ConsentRevoked': {
      const { consentId, at, cause } = event.data;
      return ended(journey, consentId, { at, cause, eventId });
    }
    case 'ConsentExpired': {
      const { consentId, at } = event.data;
      return ended(journey, consentId, { at, cause: 'expired', eventId });
    }
  }
}

const ended = (journey: OpenedJourney, consentId: string, end: Consent['ended'] & object): OpenedJourney => ({
  ...journey,
  consents: journey.consents.map((consent) => (consent.consentId === consentId ? { ...consent, ended: end } : consent)),
});

/** Consents until the end of treatment end with the episode. */
export const consentsAtDischarge = (
  consents: readonly Consent[],
  at: Instant,
  { id: eventId }: CareEventOf<'EpisodeDischarged'>,
): readonly Consent[] =>
  consents.map((consent) => {
    const expires = lastVersion(consent)?.expires;
    const withTreatment = expires?.on === 'event' && expires.event === 'end-of-treatment';
    return consent.ended || !withTreatment
      ? consent
      : { ...consent, ended: { at, cause: 'end-of-treatment', eventId } };
  });
