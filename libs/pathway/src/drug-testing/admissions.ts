import type { Stay } from '../episodes/state.ts';
import type { Instant } from '../time.ts';

/**
 * The admissions of an episode: the first, and each re-entry after a discharge, oldest first; a change of level is none.
 * `openFrom`: the discharge that it came after. What is collected from then on belongs to it.
 */
export interface Admission {
  readonly openFrom?: Instant;
  readonly at: Instant;
}

export function admissionsOf(stays: readonly Stay[]): readonly Admission[] {
  const [first, ...further] = stays;
  if (first === undefined) return [];
  const reentries = further.flatMap(({ since }, index): readonly Admission[] => {
    const openFrom = stays[index]?.until;
    return openFrom === undefined || openFrom === since ? [] : [{ openFrom, at: since }];
  });
  return [{ at: first.since }, ...reentries];
}
