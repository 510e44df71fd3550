import {
  consentEndingEvents,
  consentInformation,
  consentKinds,
  consentPurposes,
  consentSigners,
  consentStatements,
  disclosers,
  recipientClasses,
  revocationCauses,
} from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, FreeText, Instant } from '../scalars.ts';
import { command } from './command.ts';

/** What a consent says beside words and people; the same in command and event. */
export const codedConsent = {
  kind: z.enum(consentKinds),
  discloser: z.enum(disclosers),
  purposes: z.array(z.enum(consentPurposes)).max(20).readonly(),
  information: z.array(z.enum(consentInformation)).max(20).readonly(),
  statements: z.array(z.enum(consentStatements)).max(10).readonly(),
  expires: z.discriminatedUnion('on', [
    z.strictObject({ on: z.literal('date'), at: Instant }),
    z.strictObject({ on: z.literal('event'), event: z.enum(consentEndingEvents) }),
    z.strictObject({ on: z.literal('never') }),
  ]),
  signedAt: Instant,
  revocableFrom: Instant.optional(),
};

export const consentBodies = {
  GiveConsent: command({
    consentId: CallerId,
    ...codedConsent,
    discloserName: FreeText.optional(),
    recipients: z
      .array(
        z.strictObject({
          recipientId: CallerId.optional(),
          class: z.enum(recipientClasses).optional(),
          name: FreeText.optional(),
        }),
      )
      .max(50)
      .readonly(),
    intermediaryId: CallerId.optional(),
    intermediaryName: FreeText.optional(),
    description: FreeText.optional(),
    signatures: z
      .array(z.strictObject({ who: z.enum(consentSigners), name: FreeText.optional() }))
      .min(1)
      .max(10)
      .readonly(),
  }),
  RevokeConsent: command({
    consentId: CallerId,
    at: Instant,
    cause: z.enum(revocationCauses).default('revoked'),
  }),
};

export const consentFreeText = {
  GiveConsent: ['discloserName', 'intermediaryName', 'description', 'recipients.*.name', 'signatures.*.name'],
};
