import type { OpenedJourney } from '../journey.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';

/** A crisis is answered when a clinician says that it is over; one entered in error is asked about no more. */
export function crisisTask({ crises }: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const crisis = crises.find(({ crisisId }) => crisisId === subject);
  if (crisis === undefined) return 'cancelled';
  return crisis.resolved ? 'completed' : undefined;
}

/** An overdose check that a crisis or a reversal asked for, not a specimen: it stands until somebody says that it is done. */
export const ofWhatHappened = ({ crises, externalEncounters }: OpenedJourney, { subject }: Task): boolean =>
  crises.some(({ crisisId }) => crisisId === subject) ||
  externalEncounters.some(({ encounterId }) => encounterId === subject);
