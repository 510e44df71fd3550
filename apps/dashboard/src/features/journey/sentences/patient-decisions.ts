import { patientAnswerWords } from '../words/patient-decisions.ts';
import { moveWords } from '../words/transitions.ts';
import type { Sentences } from './telling.ts';

export const patientDecisionSentences = {
  PatientDecisionRecorded: ({ decision, kind, level: id }, { level }) => {
    const about = kind === undefined ? '' : `${moveWords[kind]}: `;
    const where = id === undefined ? '' : ` (${level(id)})`;
    return `${about === '' ? 'T' : `${about}t`}he person ${patientAnswerWords[decision]}${where}.`;
  },
} satisfies Partial<Sentences>;
