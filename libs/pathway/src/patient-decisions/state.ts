import type { Instant } from '../time.ts';
import type { PatientAnswer, TransitionKind } from '../vocabulary.ts';

/** What the person said to a move, or to less support still to come. */
export interface PatientDecision {
  readonly eventId: string;
  readonly decision: PatientAnswer;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly transitionId?: string;
  readonly kind?: TransitionKind;
  readonly level?: string;
}

export interface PatientDecisionsState {
  /** In the order in which they were said. */
  readonly patientDecisions: readonly PatientDecision[];
}

export const noPatientDecisions: PatientDecisionsState = { patientDecisions: [] };
