import type { DueCause } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { plusHours, type Instant } from '../time.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { openTask, taskOf } from './open.ts';

/** Something a person is asked to do for as long as the facts ask for it. */
export interface Ask {
  readonly kind: TaskKind;
  readonly role: Role;
  /** What it is about: a specimen, a medication, the time at which something was due. */
  readonly subject: string;
  readonly withinHours: number;
  /** Since when the facts ask for it; in the future where only time is missing. */
  readonly since: Instant;
  /** Why it is due then, where time brought it. */
  readonly cause?: DueCause;
  readonly causedBy?: string;
}

/** A task for each of these that was not opened yet, or that the facts came to ask for anew. */
export const asksOwed = (journey: OpenedJourney, asks: readonly Ask[]): readonly Owed[] =>
  asks.filter((ask) => notYetAsked(journey, ask)).map((ask) => taskOwed(journey, ask));

/** Asked once; asked again when it was cancelled, or when the facts came to ask for it anew since. */
function notYetAsked(journey: OpenedJourney, { kind, subject, since }: Ask): boolean {
  const task = taskOf(journey, kind, subject);
  if (task === undefined || task.state === 'cancelled') return true;
  return task.state === 'completed' && task.openedAt < since;
}

const taskOwed = (journey: OpenedJourney, { withinHours, since, cause = 'now', causedBy, ...asked }: Ask): Owed => ({
  at: since,
  cause,
  subject: asked.subject,
  together: true,
  make: ({ now }) => [
    {
      ...openTask(journey, { ...asked, dueAt: plusHours(now, withinHours) }, now),
      ...(causedBy !== undefined && { causedBy }),
    },
  ],
});
