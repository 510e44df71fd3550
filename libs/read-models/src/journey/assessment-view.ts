import type { JourneyView } from '@stepway/contracts';
import type { Assessment } from '@stepway/pathway';

type View = NonNullable<JourneyView['assessments']>[number];

/** An assessment with the level it indicates and the dimensions that force it. */
export const assessmentView = (assessment: Assessment): View => {
  const { assessmentId, assessedAt, edition, indicates, actualLevel, discrepancyReason, agreement, substances } =
    assessment;
  return {
    assessmentId,
    assessedAt,
    edition,
    indicates: indicates ?? null,
    actualLevel: actualLevel ?? null,
    discrepancyReason: discrepancyReason ?? null,
    agreement: agreement ?? null,
    substances: (substances ?? []).map(({ drugClass, pattern }) => ({ drugClass, pattern })),
  };
};
