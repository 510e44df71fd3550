import { asMade } from '../assessments/as-made.ts';
import { indicatesUntil } from '../assessments/current.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';

/**
 * The level that an assessment made for the return indicates: since the discharge, or so shortly before it that it still
 * holds; the last one counts.
 */
export function indicatedOnReturn(
  journey: OpenedJourney,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  programme: Programme,
): string | undefined {
  return asMade(journey).findLast(
    (assessment) => assessment.assessedAt >= from || indicatesUntil(assessment, programme) > until,
  )?.indicates?.level;
}
