import { z } from 'zod';
import { PartnerMessage } from './partner-events/partner-message.ts';
import type { PostRoute } from './post-routes.ts';
import { ReplayView, StartReplay } from './queries/partners.ts';

const none = z.strictObject({});

/** What a partner asks of what is its own. No role may: each answer is a disclosure to that partner. */
export const partnerQueries = {
  partnerEvents: {
    path: '/v1/partners/{partnerId}/events',
    summary: 'The stream by HTTP: what may be told now of the events after a place of the log',
    query: z.strictObject({
      /** `next` of the answer before; default: from where the stream began. */
      after: z.coerce.number().int().nonnegative().optional(),
      /** Of the log: how many events are looked at. Most concern nobody who consented. */
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z.object({
      items: z.array(PartnerMessage),
      /** Where to go on after. */
      next: z.string(),
      /** Whether there is more to look at now. */
      more: z.boolean(),
    }),
  },
  partnerEvent: {
    path: '/v1/partners/{partnerId}/events/{eventId}',
    summary: 'One event that the partner was told of, by its id there; consent is asked again',
    query: none,
    answer: PartnerMessage,
  },
  partnerReplays: {
    path: '/v1/partners/{partnerId}/replays',
    summary: 'What was asked to be told again, and how far it is; the newest first',
    query: none,
    answer: z.object({ items: z.array(ReplayView) }),
  },
} as const;

export const partnerPosts = [
  {
    path: '/v1/partners/{partnerId}/replays',
    operationId: 'startReplay',
    tags: ['partners'],
    summary: 'Asks to be told again, by the consents that hold when it is told, on a topic of its own',
    body: StartReplay,
    answer: ReplayView,
    answers: { 202: 'It is under way' },
    refuses: [400, 403, 404, 413, 415, 429],
  },
] as const satisfies readonly PostRoute[];
