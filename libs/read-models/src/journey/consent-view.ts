import type { JourneyView } from '@stepway/contracts';
import { lastVersion, type Consent } from '@stepway/pathway';

type ConsentView = NonNullable<JourneyView['consents']>[number];

/** A consent as it stands, without its words. */
export function consentView(consent: Consent): readonly ConsentView[] {
  const last = lastVersion(consent);
  if (last === undefined) return [];
  const {
    description: _description,
    discloserName: _discloser,
    intermediaryName: _intermediary,
    recordedAt: _recordedAt,
    eventId: _eventId,
    signatures,
    recipients,
    ...coded
  } = last;
  return [
    {
      ...coded,
      recipients: recipients.map(({ name: _name, ...one }) => one),
      signers: signatures.map(({ who }) => who),
      endedAt: consent.ended?.at ?? null,
    },
  ];
}
