import { z } from 'zod';
import { Instant, Uuid } from '../scalars.ts';
import { listOf } from './lists.ts';
import { DisclosureItem, PartnerView } from './partners.ts';
import { webhookRoutes } from './webhook-routes.ts';

const none = z.strictObject({});

export const partnerRoutes = {
  partners: {
    path: '/v1/partners',
    summary: 'Who outside is told what a consent allows, and how far each stream has come',
    query: none,
    answer: z.object({ items: z.array(PartnerView) }),
  },
  partner: {
    path: '/v1/partners/{partnerId}',
    summary: 'One partner, how far its stream has come and when something was last delivered',
    query: none,
    answer: PartnerView,
  },
  ...webhookRoutes,
  disclosures: {
    path: '/v1/disclosures',
    summary: 'The accounting of disclosures of one person, the newest first (42 CFR 2.25)',
    query: z.strictObject({
      patientId: Uuid,
      /** From this instant, and before that. Default: three years. */
      from: Instant.optional(),
      to: Instant.optional(),
      /** `csv` and `fhir` (a Bundle of AuditEvents) give all pages at once. */
      format: z.enum(['json', 'csv', 'fhir']).optional(),
      cursor: z.string().max(1_000).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: listOf(DisclosureItem),
  },
} as const;
