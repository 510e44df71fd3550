import type { OpenedJourney } from '../journey.ts';
import { wasAttended } from '../sessions/attended.ts';
import { laterOf, type Instant } from '../time.ts';
import { openQuestions } from './open-questions.ts';
import type { Specimen } from './state.ts';

/** A specimen of which the laboratory cancelled everything answers no question. */
export const stillStands = (specimen: Specimen): boolean => openQuestions(specimen).stands;

/** When the last specimen was collected that can answer for the ones before; empty when there is none. */
export function lastCollectedAt({ specimens }: OpenedJourney): Instant {
  const before = known.get(specimens);
  if (before !== undefined) return before;
  let last = '';
  for (const specimen of specimens)
    if (specimen.collectedAt > last && stillStands(specimen)) last = specimen.collectedAt;
  known.set(specimens, last);
  return last;
}

/** The list never changes in place, and every run asks more than once. */
const known = new WeakMap<readonly Specimen[], Instant>();

/** When the laboratory took back specimens that had answered what was open since then: it is asked for anew. */
export const answerFellAway = ({ specimens }: OpenedJourney, openSince: Instant): Instant =>
  specimens
    .filter((specimen) => specimen.collectedAt > openSince && !stillStands(specimen))
    .flatMap(({ judgements }) => Object.values(judgements).map(({ decidedAt }) => decidedAt))
    .reduce(laterOf, '');

/** Whether the classes that were missing were found, and explained, in a later specimen. */
export function foundSince(absent: Specimen, specimens: readonly Specimen[]): boolean {
  const later = specimens.filter(({ collectedAt }) => collectedAt > absent.collectedAt);
  return openQuestions(absent).absent.every((drugClass) =>
    later.some(({ judgements }) => judgements[drugClass]?.disposition === 'expected-prescribed'),
  );
}

/** Attended a session, or was reached, after that moment. */
export const seenSince = ({ sessions, outreach }: OpenedJourney, at: Instant): boolean =>
  sessions.some((session) => session.startedAt > at && wasAttended(session)) ||
  outreach.some((attempt) => attempt.reached && attempt.at > at);
