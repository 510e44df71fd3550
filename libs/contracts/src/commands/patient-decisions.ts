import { patientAnswers } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, FreeText, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const patientDecisionBodies = {
  RecordPatientDecision: command({
    transitionId: CallerId.optional(),
    decision: z.enum(patientAnswers),
    level: Code.optional(),
    at: Instant,
    words: FreeText.optional(),
  }),
};

export const patientDecisionFreeText = { RecordPatientDecision: ['words'] };
