import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours } from '../time.ts';

/** Somebody wishes to end an episode for the programme: a second person is asked, and without one it goes on. */
export function secondPersonOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status !== 'active' || journey.terminationRequest === undefined) return [];
  const { requestId, requestedAt, lapsesAt } = journey.terminationRequest;
  const asked: Owed = {
    at: requestedAt,
    cause: 'now',
    subject: requestId,
    make: ({ now, programme }: Context) => {
      const dueAt = plusHours(now, programme.deadlines.reviewHours);
      const task = { kind: 'second-person', role: 'medical-director', subject: requestId, dueAt } as const;
      return [{ ...openTask(journey, task, now), causedBy: requestId }];
    },
  };
  const lapses: Owed = {
    at: lapsesAt,
    cause: 'second-person',
    subject: requestId,
    make: () => [{ type: 'TerminationLapsed', occurredAt: lapsesAt, data: { requestId } }],
  };
  return [...(notAsked(journey, 'second-person', requestId) ? [asked] : []), lapses];
}

/** Answered when the episode was ended so; moot when the wish lapsed, was told anew, or the episode ended otherwise. */
export function secondPersonTask(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  if (journey.status === 'active' && journey.terminationRequest?.requestId === subject) return undefined;
  const joined = journey.status === 'discharged' && journey.reasonCode === 'terminated-by-facility';
  return joined ? 'completed' : 'cancelled';
}
