import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { plusDays, type Instant } from '../time.ts';

/**
 * The level that an assessment made for the return indicates: since the discharge, or so shortly before it that it still
 * holds; the last one counts.
 */
export function indicatedOnReturn(
  { assessments }: OpenedJourney,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  { assessments: { indicatesForDays } }: Programme,
): string | undefined {
  return assessments
    .filter(({ assessedAt }) => assessedAt >= from || plusDays(assessedAt, indicatesForDays) >= until)
    .toSorted((a, b) => (a.assessedAt < b.assessedAt ? -1 : a.assessedAt > b.assessedAt ? 1 : 0))
    .at(-1)?.indicates?.level;
}
