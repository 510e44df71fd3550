import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { PatientDecision, PatientDecisionsState } from './state.ts';

export function evolvePatientDecisions(
  journey: OpenedJourney,
  { id: eventId, recordedAt, data }: CareEventOf<'PatientDecisionRecorded'>,
): OpenedJourney {
  const { words: _sealed, reason: _why, ...said } = data;
  return { ...journey, patientDecisions: withDecision(journey, { ...said, eventId, recordedAt }) };
}

export function withDecision(
  { patientDecisions: known }: PatientDecisionsState,
  said: PatientDecision,
): readonly PatientDecision[] {
  return [...known.filter(({ at }) => at <= said.at), said, ...known.filter(({ at }) => at > said.at)];
}
