import type { JourneyView } from '@stepway/contracts';
import { entryTo, type Assessment, type OpenedJourney, type Programme } from '@stepway/pathway';

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

/** Which criteria and exclusions of the level hold, which do not, and which nobody answered. */
export function entryView(journey: OpenedJourney, { levels }: Programme): JourneyView['entry'] {
  const level = levels[journey.status === 'active' ? journey.stay.level : journey.entryLevel];
  if (level === undefined) return undefined;
  const { criteria, exclusions } = entryTo(level.entry, journey);
  return { level: level.id, criteria: [...criteria], exclusions: [...exclusions] };
}
