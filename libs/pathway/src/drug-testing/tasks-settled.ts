import type { OpenedJourney } from '../journey.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import type { Programme } from '../programme/programme.ts';
import { careElsewhere } from '../external-encounters/care-elsewhere.ts';
import { listIsMissing } from './rules/given-in-hospital.ts';
import { foundSince, seenSince, stillStands } from './answered.ts';
import { asksOf } from './asks.ts';

/**
 * How a task about a drug test ends once the facts no longer ask for it: completed when what it asked for
 * was recorded, cancelled when it became moot; nothing while it stands.
 */
export function drugTestTaskSettled(journey: OpenedJourney, task: Task, programme: Programme): TaskEnd | undefined {
  if (task.kind === 'confirm-result') return confirmationSettled(journey, task);
  const stands = asksOf(journey, programme).some(({ kind, subject }) => kind === task.kind && subject === task.subject);
  if (stands) return undefined;
  return isAnswered(journey, task) ? 'completed' : 'cancelled';
}

function confirmationSettled({ specimens }: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const judgements = Object.values(specimens.find(({ specimenId }) => specimenId === subject)?.judgements ?? {});
  if (judgements.some(({ disposition }) => disposition === 'awaiting-confirmation')) return undefined;
  const unanswered = judgements.some(({ rule }) => rule === 'confirmation-not-received' || rule === 'superseded');
  return unanswered ? 'cancelled' : 'completed';
}

function isAnswered(journey: OpenedJourney, { kind, subject }: Task): boolean {
  const specimen = journey.specimens.find(({ specimenId }) => specimenId === subject);
  const from = specimen?.collectedAt ?? subject;
  const collectedSince = journey.specimens.filter(stillStands).some(({ collectedAt }) => collectedAt > from);
  switch (kind) {
    case 'review-drug-test':
      return (specimen?.reviews.length ?? 0) > 0 || collectedSince;
    case 'new-collection':
      return collectedSince;
    case 'drugs-given-list':
      return !careElsewhere(journey).some((one) => one.subject === subject && listIsMissing(one));
    case 'outreach':
      return collectedSince || seenSince(journey, from);
    case 'medication-safety-review':
      return specimen !== undefined && foundSince(specimen, journey.specimens);
    default:
      return false;
  }
}
