import type { Instant } from '../time.ts';
import type { PatientAnswer } from '../vocabulary.ts';

export interface PatientDecisionCommands<Text> {
  RecordPatientDecision: {
    /** The move it is about; without one, the way to less support that is still to come. */
    readonly transitionId?: string;
    readonly decision: PatientAnswer;
    /** The level the person asks for; without a move also the level that they were asked about. */
    readonly level?: string;
    /** When they said so. */
    readonly at: Instant;
    /** In the person's own words. */
    readonly words?: Text;
  };
}

export const patientDecisionCommandTypes = [
  'RecordPatientDecision',
] as const satisfies readonly (keyof PatientDecisionCommands<unknown>)[];
