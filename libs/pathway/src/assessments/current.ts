import { lastAssessment } from './as-made.ts';
import type { Programme } from '../programme/programme.ts';
import { plusDays, type Instant } from '../time.ts';
import type { Assessment, AssessmentsState } from './state.ts';

/** Until when an assessment says which level is indicated; from that moment on it does not. */
export const indicatesUntil = ({ assessedAt }: Assessment, { assessments }: Programme): Instant =>
  plusDays(assessedAt, assessments.indicatesForDays);

/** The last assessment that was made, while it still says which level is indicated. */
export function currentAssessment(facts: AssessmentsState, at: Instant, programme: Programme): Assessment | undefined {
  const last = lastAssessment(facts, at);
  return last && at < indicatesUntil(last, programme) ? last : undefined;
}
