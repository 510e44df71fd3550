import { subscriptionTopics } from '@stepway/contracts';
import type { EventLog, PlacedEvent } from '@stepway/event-log';
import type { Endpoint, Webhooks } from '@stepway/partners';
import type { Telling } from './telling.ts';

export interface FanOutTools {
  readonly log: Pick<EventLog, 'readPlaced'>;
  readonly webhooks: Webhooks;
  readonly telling: Telling;
  readonly now: () => Date;
  /** Most events of the log in one round. */
  readonly batch: number;
}

/**
 * Puts in line what each endpoint may be told of the next events of the log. How far it looked is written with them in
 * one statement: a crash loses nothing and adds nothing twice.
 * @returns whether there may be more at once
 */
export async function fanOut(endpoints: readonly Endpoint[], tools: FanOutTools): Promise<boolean> {
  const { log, webhooks, telling, now, batch } = tools;
  const pages = new Map<bigint, Promise<readonly PlacedEvent[]>>(); // most endpoints stand at the same place
  let more = false;
  for (const { endpointId, partnerId, afterPosition, subscription } of endpoints) {
    const page = pages.get(afterPosition) ?? log.readPlaced(afterPosition, batch);
    pages.set(afterPosition, page);
    const events = await page;
    const last = events.at(-1);
    if (last === undefined) continue;
    const triggers: readonly string[] | undefined = subscription && subscriptionTopics[subscription.settings.topic];
    const asked = triggers === undefined ? events : events.filter(({ event }) => triggers.includes(event.type));
    const told = await telling.tellable(partnerId, asked);
    // A topic has no word for the end of a consent: the stream and the webhook tell it.
    const tellable = triggers === undefined ? told : told.filter(({ endedConsentId }) => endedConsentId === undefined);
    await webhooks.line.add(endpointId, tellable, last.position, now());
    more ||= events.length === batch;
  }
  return more;
}
