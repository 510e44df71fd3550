import type { EventType } from '@stepway/pathway';
import { z } from 'zod';

/** What a FHIR Subscription may be about: the canonical of each topic, and the events that trigger it. */
export const subscriptionTopics = {
  'https://stepway.dev/fhir/SubscriptionTopic/transitions': [
    'Admitted',
    'TransitionStarted',
    'TransitionCompleted',
    'TransitionCancelled',
    'EpisodeDischarged',
    'EpisodeReopened',
  ],
  'https://stepway.dev/fhir/SubscriptionTopic/hand-offs': ['HandOffScheduled', 'HandOffMissed', 'TransitionCompleted'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;

export type SubscriptionTopic = keyof typeof subscriptionTopics;
export const topicUrls = Object.keys(subscriptionTopics) as [SubscriptionTopic, ...SubscriptionTopic[]];

/** What a Subscription asks for, beside where to. */
export const SubscriptionSettings = z.strictObject({
  topic: z.enum(topicUrls),
  content: z.enum(['empty', 'id-only']),
  heartbeatSeconds: z.int().min(10).max(86_400).optional(),
});
export type SubscriptionSettings = z.output<typeof SubscriptionSettings>;
