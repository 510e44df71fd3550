import { patientAnswers, transitionKinds } from '@stepway/pathway';
import { z } from 'zod';
import { Instant, Sealed } from '../scalars.ts';
import { reason } from './event.ts';

export const patientDecisionEvents = {
  PatientDecisionRecorded: z.object({
    transitionId: z.string().optional(),
    kind: z.enum(transitionKinds).optional(),
    decision: z.enum(patientAnswers),
    level: z.string().optional(),
    at: Instant,
    words: Sealed.optional(),
    ...reason,
  }),
};
