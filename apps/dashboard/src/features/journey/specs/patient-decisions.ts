import type { Examples } from './example.ts';
import { at, sealed } from './values.ts';

export const patientDecisionExamples = {
  PatientDecisionRecorded: [
    { transitionId: 't1', kind: 'step-up', decision: 'asks-for-another-level', level: 'iop', at, words: sealed },
    'More support (step up): the person asks for another level (IOP).',
  ],
} satisfies Partial<Examples>;
