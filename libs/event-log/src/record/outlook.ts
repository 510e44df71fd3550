import { type Due, type Instant, type Journey, type OpenedJourney, due } from '@stepway/pathway';
import type { ContextFor } from './context-for.ts';

/** What a journey waits for after an append. */
export interface Outlook {
  /** A run is owed: something follows at once, or something is due earlier than it was. */
  readonly attention: boolean;
  /** Discharged and nothing due: it needs no workflow. */
  readonly over: boolean;
}

/**
 * Whether the journey's workflow must be touched. A later due moment needs no touch: the workflow wakes at the old
 * one, finds nothing, and waits again.
 */
export function outlook(before: Journey, after: OpenedJourney, now: Instant, contextFor: ContextFor): Outlook {
  const next = dueOf(after, now, contextFor)?.at;
  const over = isOver(after, next);
  if (before.status === 'not-opened') return { attention: true, over };
  if (next === undefined) return { attention: false, over };
  if (next <= now) return { attention: true, over };
  const until = dueOf(before, now, contextFor)?.at;
  return { attention: until === undefined || next < until, over };
}

/** The next thing due. */
export const dueOf = (journey: OpenedJourney, now: Instant, contextFor: ContextFor): Due | undefined =>
  due(journey, contextFor(journey, now));

/** Discharged and nothing due. */
export const isOver = (journey: OpenedJourney, dueAt: Instant | undefined): boolean =>
  journey.status === 'discharged' && dueAt === undefined;
