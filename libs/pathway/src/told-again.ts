import type { CommandEnvelope } from './commands.ts';
import type { EventData, EventType } from './events.ts';
import type { Journey } from './journey.ts';
import { sameContent } from './same-content.ts';
import { lastTold } from './withdrawn-facts/told.ts';

/**
 * Whether the same person has said this before, of the same moment: told again under a new id it is no news, also where
 * something else was said since and holds now (pathway §3). `what` is coded: words are sealed anew each time. What was
 * withdrawn may be said again.
 */
export const toldAgain = <T extends EventType>(
  journey: Journey,
  { actor, occurredAt }: CommandEnvelope,
  type: T,
  what: { readonly [K in keyof EventData[T]]?: EventData[T][K] | undefined },
): boolean =>
  journey.status !== 'not-opened' &&
  lastTold(
    journey.told,
    (event) =>
      event.type === type &&
      event.occurredAt === occurredAt &&
      event.actor.id === actor.id &&
      sameContent({ ...event.data, ...what }, event.data) &&
      !journey.withdrawnFacts.includes(event.id),
  ) !== undefined;
