import type { Instant } from '../time.ts';
import type { Stay } from './state.ts';

/** Where care began: the first admission of the episode, and each re-entry after a discharge; a change of level is none. */
export interface Admission {
  /** The discharge that it came after: what is collected from then on was brought along to it. None before the first. */
  readonly openFrom?: Instant;
  readonly at: Instant;
}

/** Oldest first. */
export const admissionsOf = (stays: readonly Stay[]): readonly Admission[] =>
  stays.flatMap(({ since: at, reentry }, index): readonly Admission[] => {
    const before = stays[index - 1];
    if (before === undefined) return [{ at }];
    return reentry ? [{ at, ...(before.until !== undefined && { openFrom: before.until }) }] : [];
  });

/** The one with which present care began, or the last care. */
export const lastAdmission = (stays: readonly Stay[]): Instant | undefined => admissionsOf(stays).at(-1)?.at;
