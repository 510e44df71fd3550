import type { JourneyView } from '@stepway/contracts';
import type { PatientDecision, Slot } from '@stepway/pathway';

/** What the person said to a move; their own words stand in the event. */
export const patientDecisionView = ({
  decision,
  at,
  transitionId,
  kind,
  level,
}: PatientDecision): JourneyView['patientDecisions'][number] => ({
  decision,
  at,
  transitionId: transitionId ?? null,
  kind: kind ?? null,
  level: level ?? null,
});

export const slotView = ({ slotId, level, startsAt, keptUntil, declinedAt }: Slot): JourneyView['slots'][number] => ({
  slotId,
  level,
  startsAt,
  keptUntil: keptUntil ?? null,
  declinedAt: declinedAt ?? null,
});
