import { stepsTaken } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';

const step = z.enum(stepsTaken).optional();

/** Patient-directed discharge: what was done before the person left. */
export const Leaving = z.strictObject({
  attemptToRetain: step,
  capacity: step,
  naloxone: step,
  medicationBridge: step,
  lowerLevelOffered: step,
});

/** Ended by the programme: what was done before. */
export const Termination = z.strictObject({
  warnedAt: Instant.optional(),
  referral: step,
  medicationPlan: step,
  appealInformation: step,
});
