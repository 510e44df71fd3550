import type { Programme } from '../programme/programme.ts';
import { plusDays, type Instant } from '../time.ts';
import type { Assessment, AssessmentsState } from './state.ts';

/** Until when an assessment says which level is indicated. */
export const indicatesUntil = ({ assessedAt }: Assessment, { assessments }: Programme): Instant =>
  plusDays(assessedAt, assessments.indicatesForDays);

/** The last assessment, while it still says which level is indicated; of two of one moment the one recorded later. */
export function currentAssessment(
  { assessments }: AssessmentsState,
  at: Instant,
  programme: Programme,
): Assessment | undefined {
  const last = assessments
    .filter(({ assessedAt }) => assessedAt <= at)
    .reduce<Assessment | undefined>(
      (latest, one) => (latest === undefined || one.assessedAt >= latest.assessedAt ? one : latest),
      undefined,
    );
  return last && at < indicatesUntil(last, programme) ? last : undefined;
}
