import type pg from 'pg';
import type { EndpointSeal } from './endpoint-seal.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { createLetters, type Letters } from './letters.ts';
import { createLine, type Line } from './line.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';

/** Messages to partners: where to, what waits, what became of it. */
export interface Webhooks {
  readonly endpoints: Endpoints;
  readonly line: Line;
  readonly letters: Letters;
  readonly subscriptions: Subscriptions;
}

export const openWebhooks = (pool: pg.Pool, seal: EndpointSeal): Webhooks => ({
  endpoints: createEndpoints(pool, seal),
  line: createLine(pool),
  letters: createLetters(pool),
  subscriptions: createSubscriptions(pool, seal),
});
