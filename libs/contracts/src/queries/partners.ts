import { consentPurposes, recipientClasses, type EventType } from '@stepway/pathway';
import { z } from 'zod';
import { partnerEventForm, partnerEventTypes } from '../partner-events/partner-events.ts';
import { CallerId, Code, Instant, Uuid } from '../scalars.ts';

/** Stands in the names of topics. */
export const PartnerId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, 'a small letter, then small letters, digits or hyphens, at most 31 in all')
  .meta({ id: 'PartnerId' });

const partnerEvent = z.enum(partnerEventTypes as readonly [EventType, ...EventType[]]);

/** Narrower than the consents: only these fields of a type. Without an entry: all that may go out at all. */
const fields = z.partialRecord(partnerEvent, z.array(z.string()).readonly()).superRefine((narrowed, check) => {
  for (const [type, names] of Object.entries(narrowed)) {
    const known = partnerEventForm(type as EventType)?.fields ?? []; // the keys were parsed
    names?.forEach((name, index) => {
      if (!known.some((field) => field.name === name))
        check.addIssue({ code: 'custom', path: [type, index], message: 'no field that may go out' });
    });
  }
});

const keyPart = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/, 'base64url');
const ofKey = {
  kid: z.string().min(1).max(200),
  use: z.literal('sig').optional(),
  key_ops: z.array(z.literal('verify')).max(1).optional(),
};

/** A public key of a partner's own, by which its signatures are known (RFC 7517). A private part is refused. */
export const PartnerKey = z
  .discriminatedUnion('kty', [
    z.strictObject({
      kty: z.literal('RSA'),
      n: keyPart.min(342, 'at least 2,048 bits'),
      e: keyPart,
      alg: z.literal('RS384').optional(),
      ...ofKey,
    }),
    z.strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-384'),
      x: keyPart,
      y: keyPart,
      alg: z.literal('ES384').optional(),
      ...ofKey,
    }),
  ])
  .meta({ id: 'PartnerKey' });

/** Somebody outside who is told what a consent allows: who they are to a consent, what for, and no more than they need. */
export const Partner = z
  .strictObject({
    partnerId: PartnerId,
    title: z.string().trim().min(1).max(200),
    active: z.boolean(),
    /** As whom a consent names them. */
    recipient: z.strictObject({
      recipientId: CallerId,
      classes: z.array(z.enum(recipientClasses)).max(recipientClasses.length).readonly(),
      intermediaryId: CallerId.optional(),
    }),
    purpose: z.enum(consentPurposes),
    eventTypes: z.array(partnerEvent).min(1).readonly(),
    fields: fields.optional(),
    /** Only people who are cared for there; without it at all sites. */
    siteIds: z.array(Code).min(1).max(100).readonly().optional(),
    /** The keys with which it signs for a token (SMART Backend Services); without any, here or at `jwksUri`, it gets none. */
    jwks: z.strictObject({ keys: z.array(PartnerKey).min(1).max(10).readonly() }).optional(),
    /** Where it publishes such keys itself. One of `jwks` with the same `kid` comes first. */
    jwksUri: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  })
  .meta({ id: 'Partner' });
export type Partner = z.output<typeof Partner>;

/** What a registration says; its id stands in the address. */
export const SetPartner = Partner.omit({ partnerId: true }).meta({ id: 'SetPartner' });

/** Ways by which something is disclosed. */
export const disclosureChannels = ['stream', 'replay', 'http', 'webhook', 'fhir', 'export'] as const;
export type DisclosureChannel = (typeof disclosureChannels)[number];

/** One disclosure, as it is accounted for (42 CFR 2.25): ids and codes only. */
export const DisclosureItem = z
  .strictObject({
    disclosureId: Uuid,
    decidedAt: Instant,
    partnerId: PartnerId,
    /** What the partner is called now. */
    partner: z.string(),
    patientId: Uuid,
    episodeId: Uuid,
    purpose: z.enum(consentPurposes),
    consentId: CallerId,
    consentVersion: z.int(),
    channel: z.enum(disclosureChannels),
    /** Of an event: which one, and the id under which the partner had it. */
    eventId: Uuid.optional(),
    eventType: z.string().optional(),
    reference: Uuid.optional(),
    resourceTypes: z.array(z.string()).readonly().optional(),
    /** The fields that were told. */
    fields: z.array(z.string()).readonly(),
  })
  .meta({ id: 'DisclosureItem' });
export type DisclosureItem = z.output<typeof DisclosureItem>;

/** How far a stream has come. */
export const PartnerStream = z
  .strictObject({
    topic: z.string(),
    /** Everything of the log up to here was looked at. */
    position: z.int(),
    logPosition: z.int(),
    /** Age of the oldest event that was not looked at yet; 0 = none waits. */
    lagMs: z.number(),
    delivered: z.int(),
    lastDeliveryAt: Instant.nullable(),
    /** Since when nothing can be sent. */
    troubleSince: Instant.nullable(),
  })
  .meta({ id: 'PartnerStream' });

/** From an instant, or after a place of the log. */
export const StartReplay = z
  .union([
    z.strictObject({ from: Instant }),
    z.strictObject({ after: z.int().nonnegative().max(Number.MAX_SAFE_INTEGER) }),
  ])
  .meta({ id: 'StartReplay' });

export const ReplayView = z
  .strictObject({
    jobId: Uuid,
    topic: z.string(),
    after: z.int(),
    /** The end of the log when it was asked for. */
    until: z.int(),
    /** Everything of the log up to here was looked at. */
    position: z.int(),
    sent: z.int(),
    requestedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ReplayView' });
export type ReplayView = z.output<typeof ReplayView>;

export const PartnerView = Partner.extend({
  stream: PartnerStream,
  /** What it asked to be told again lately, the newest first. */
  replays: z.array(ReplayView).readonly(),
}).meta({ id: 'PartnerView' });
export type PartnerView = z.output<typeof PartnerView>;
