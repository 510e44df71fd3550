import { partnerEventForm, type Partner } from '@stepway/contracts';
import type { EventType, Instant, OpenedJourney } from '@stepway/pathway';
import { allowsAnything, covers, used, type ConsentUsed } from './disclose.ts';

/** One consent, and what a partner may be told of a whole journey by it alone. */
export interface TellableBy {
  readonly consent: ConsentUsed;
  /** When the version in force became known here: what it covers is new to the partner from then on. */
  readonly since: Instant;
  /** Whether it may be told what such events tell; with a field, whether that may be. */
  readonly may: (by: EventType, field?: string) => boolean;
}

/**
 * The consents by which a partner may be told of a journey as it stands, each by itself: consents do not add up.
 * None for one that is not active, does not ask for the site, or where the person has died.
 * @param journey folded from the log now
 */
export function tellableBy(journey: OpenedJourney, partner: Partner, at: Instant): readonly TellableBy[] {
  const { active, siteIds, eventTypes, fields } = partner;
  if (!active || journey.death !== undefined || siteIds?.includes(journey.siteId) === false) return [];
  return journey.consents
    .filter((consent) => allowsAnything(consent, partner, at))
    .map((consent) => {
      const version = consent.versions.findLast(({ signedAt }) => signedAt <= at);
      const may = (by: EventType, field?: string): boolean => {
        const form = partnerEventForm(by);
        if (form === undefined || form.information === 'as-the-fact' || !eventTypes.includes(by)) return false;
        if (!covers(consent, partner, form.information, at)) return false;
        if (field === undefined) return true;
        const told = form.fields.find(({ name }) => name === field);
        if (told === undefined || told.information === 'as-the-fact') return false;
        return (fields?.[by]?.includes(field) ?? true) && covers(consent, partner, told.information, at);
      };
      return { consent: used(consent, at), since: version?.recordedAt ?? journey.recordedAt, may };
    });
}
