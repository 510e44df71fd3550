import type { Sealed } from '../sealed.ts';
import type { TransitionKind } from '../vocabulary.ts';
import type { PatientDecisionCommands } from './commands.ts';

export interface PatientDecisionEvents {
  PatientDecisionRecorded: PatientDecisionCommands<Sealed>['RecordPatientDecision'] & {
    /** Of the move it is about. */
    readonly kind?: TransitionKind;
    readonly reason?: Sealed;
  };
}

export const patientDecisionEventTypes = [
  'PatientDecisionRecorded',
] as const satisfies readonly (keyof PatientDecisionEvents)[];
