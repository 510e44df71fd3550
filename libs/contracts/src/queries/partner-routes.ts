import { z } from 'zod';
import { PartnerView } from './partners.ts';
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
} as const;
