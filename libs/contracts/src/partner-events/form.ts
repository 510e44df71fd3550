import type { ConsentInformation, EventData, EventType } from '@stepway/pathway';
import { z } from 'zod';

/**
 * An id of ours as one partner sees it: made with the partner's own key, so that two partners cannot put together what
 * each was told. The same thing has the same reference for ever.
 */
export const PartnerReference = z.guid().meta({ id: 'PartnerReference' });

/** A field that may go out: the kind of information that a consent must cover, and the form in which it goes. */
export interface TellableField {
  readonly information: ConsentInformation;
  /** What is kept of it; what this schema does not know stays here. */
  readonly as: z.ZodType;
}

/** `never` goes out to nobody by rule; a kind alone: the field as the log has it. */
export type FieldRule = 'never' | ConsentInformation | TellableField;

/** Every field has its rule, so that a new one cannot be forgotten. Words of people (`reason`) never go out. */
export type FieldRules<T extends EventType> = {
  readonly [K in Exclude<keyof EventData[T], 'reason'>]-?: FieldRule;
};

/** What of one event may go out, and as what kind of information. */
export interface Tellable<T extends EventType = EventType> {
  /** Of the event as such: that it happened, and when. `as-the-fact`: what the fact was that is taken back. */
  readonly information: ConsentInformation | 'as-the-fact';
  readonly fields: FieldRules<T>;
}

export type PartnerRules<T extends EventType> = { readonly [K in T]: 'never' | Tellable<K> };

export const reference = (information: ConsentInformation): TellableField => ({ information, as: PartnerReference });
export const told = (information: ConsentInformation, as: z.ZodType): TellableField => ({ information, as });

/** The rules of one concern. */
export type SomePartnerRules = Partial<PartnerRules<EventType>>;
