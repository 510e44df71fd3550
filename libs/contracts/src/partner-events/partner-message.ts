import { consentPurposes } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { PartnerReference } from './form.ts';

/** The short form of the notice that goes with each disclosure (42 CFR 2.32(a)(2)). */
export const redisclosureNotice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.' as const;
export const redisclosureNoticeRef = 'https://www.ecfr.gov/current/title-42/section-2.32' as const;

/** Labels by HL7 DS4P: restricted; substance use; the policy that stands behind both. */
export const partnerLabels = { confidentiality: 'R', sensitivity: 'ETH', policy: '42CFRPart2' } as const;

/** Why a consent allows nothing more. */
export const consentEndCauses = [
  'revoked',
  'event-came',
  'expired',
  'end-of-treatment',
  'withdrawn',
  'replaced',
] as const;
export type ConsentEndCause = (typeof consentEndCauses)[number];

export const ConsentEnded = z
  .object({ consentId: PartnerReference, endedAt: Instant, cause: z.enum(consentEndCauses) })
  .meta({ id: 'ConsentEnded', description: 'From here nothing more comes by this consent; what came before stands' });

/** A partner event as CloudEvents 1.0 in structured form. In Kafka's binary form each attribute is a `ce_` header. */
export const PartnerMessage = z
  .object({
    specversion: z.literal('1.0'),
    /** The same for the same event whenever it comes, to this partner. */
    id: PartnerReference,
    source: z.string(),
    type: z.string().meta({ description: 'stepway.partner.<event>.v1' }),
    /** This partner's pseudonym of the journey; also Kafka's key. */
    subject: PartnerReference,
    /** When it happened. */
    time: Instant,
    dataschema: z.string(),
    datacontenttype: z.literal('application/json'),
    /** Version in the journey, ten digits: what comes later in a journey has a greater one. */
    sequence: z.string(),
    /** Place in the whole log: what to go on after. */
    position: z.string(),
    recordedtime: Instant,
    /** The consent by which it is told, and what it covers: comma between kinds of information. */
    consentid: PartnerReference,
    consentversion: z.int(),
    consentscope: z.string(),
    consentexpires: Instant.optional(),
    purpose: z.enum(consentPurposes),
    confidentiality: z.literal(partnerLabels.confidentiality),
    sensitivity: z.literal(partnerLabels.sensitivity),
    policy: z.literal(partnerLabels.policy),
    notice: z.literal(redisclosureNotice),
    noticeref: z.literal(redisclosureNoticeRef),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'PartnerMessage' });
export type PartnerMessage = z.output<typeof PartnerMessage>;

/** The body of a webhook: that there is something, by which consent, and its id, by which the data are asked for. */
export const PartnerNotice = PartnerMessage.omit({ data: true, dataschema: true, datacontenttype: true }).meta({
  id: 'PartnerNotice',
});
export type PartnerNotice = z.output<typeof PartnerNotice>;
