import type { BoardRow } from '@stepway/contracts';
import { due, type Context, type OpenedJourney } from '@stepway/pathway';
import type { ContextFor } from './change.ts';

/** What rows are made from beside the journey. */
export type RulesContext = Pick<Context, 'programme' | 'calendar'>;

export interface RowContext extends RulesContext {
  /** What the journey's run waits for. */
  readonly nextDue: BoardRow['nextDue'];
}

export function rowContext(journey: OpenedJourney, contextFor: ContextFor): RowContext {
  const context = contextFor(journey, journey.recordedAt);
  const next = due(journey, context);
  return { ...context, nextDue: next === undefined ? null : { at: next.at, cause: next.cause } };
}
