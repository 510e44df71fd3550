import { consentSigners, recipientClasses, revocationCauses } from '@stepway/pathway';
import { z } from 'zod';
import { codedConsent } from '../commands/consents.ts';
import { Instant, Sealed } from '../scalars.ts';
import { reason } from './event.ts';

const recipient = z.object({
  recipientId: z.string().optional(),
  class: z.enum(recipientClasses).optional(),
  name: Sealed.optional(),
});

export const consentEvents = {
  ConsentGiven: z.object({
    consentId: z.string(),
    version: z.int().positive(),
    ...codedConsent,
    discloserName: Sealed.optional(),
    recipients: z.array(recipient).readonly(),
    intermediaryId: z.string().optional(),
    intermediaryName: Sealed.optional(),
    description: Sealed.optional(),
    signatures: z.array(z.object({ who: z.enum(consentSigners), name: Sealed.optional() })).readonly(),
    ...reason,
  }),
  ConsentRevoked: z.object({ consentId: z.string(), at: Instant, cause: z.enum(revocationCauses), ...reason }),
  ConsentExpired: z.object({ consentId: z.string(), at: Instant }),
};
