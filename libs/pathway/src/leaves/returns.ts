import { stillStands } from '../drug-testing/answered.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import { plusHours, type Instant } from '../time.ts';
import type { Leave } from './state.ts';

export type Returned = Leave & { readonly ended: NonNullable<Leave['ended']> };

/** From here on the person's safety is in question, not their punctuality. */
export const returnOverdueAt = (expectedReturnAt: Instant, { leave }: Level): Instant =>
  plusHours(expectedReturnAt, leave.overdueCallHours);

export const collectedSince = ({ specimens }: OpenedJourney, at: Instant): boolean =>
  specimens.some((specimen) => specimen.collectedAt >= at && stillStands(specimen));
