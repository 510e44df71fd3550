import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import type { Assessment, AssessmentsState } from './state.ts';

/** By the time at which they were made; of two at one moment the order of their ids decides, not that of arrival. */
const inOrder = (a: Assessment, b: Assessment): number =>
  a.assessedAt === b.assessedAt ? (a.assessmentId < b.assessmentId ? -1 : 1) : a.assessedAt < b.assessedAt ? -1 : 1;

const known = new WeakMap<readonly Assessment[], readonly Assessment[]>();

/** Assessments as they were made, oldest first. Rules ask for them in every turn of a run. */
export function asMade({ assessments }: AssessmentsState): readonly Assessment[] {
  const before = known.get(assessments);
  if (before) return before;
  const sorted = assessments.toSorted(inOrder);
  known.set(assessments, sorted);
  return sorted;
}

/** The last one made until a moment; without a moment, the last of all. */
export const lastAssessment = (facts: AssessmentsState, until?: Instant): Assessment | undefined =>
  asMade(facts).findLast(({ assessedAt }) => until === undefined || assessedAt <= until);

/** How much support it indicates, as the rank of a level; more than all where the programme has no such level. */
export function rankIndicated({ indicates }: Assessment, { levels }: Programme): number {
  if (indicates?.level === undefined) return Infinity;
  return levels[indicates.level]?.rank ?? Infinity;
}
