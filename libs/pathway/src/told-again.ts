import type { CommandEnvelope } from './commands.ts';
import type { EventData, EventType } from './events.ts';
import type { Journey } from './journey.ts';
import { sameContent } from './same-content.ts';

/**
 * Whether the same person has said this before, of the same moment: told again under a new id it is no news, also where
 * something else was said since and holds now (pathway §3). `what` is coded: words are sealed anew each time. What was
 * withdrawn may be said again.
 */
export function saidBefore<T extends EventType>(
  journey: Journey,
  { actor, occurredAt }: CommandEnvelope,
  type: T,
  what: { readonly [K in keyof EventData[T]]?: EventData[T][K] | undefined },
): boolean {
  if (journey.status === 'not-opened') return false;
  const { told, withdrawnFacts } = journey;
  for (let one: typeof told | undefined = told; one; one = one.before) {
    const { event } = one;
    if (event.type !== type || event.occurredAt !== occurredAt || event.actor.id !== actor.id) continue;
    if (sameContent({ ...event.data, ...what }, event.data) && !withdrawnFacts.includes(event.id)) return true;
  }
  return false;
}
