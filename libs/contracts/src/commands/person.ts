import { livingSituations } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const personBodies = {
  RecordPregnancy: command({ pregnancyId: CallerId, from: Instant }),
  EndPregnancy: command({ pregnancyId: CallerId, at: Instant }),
  RecordNaloxoneProvided: command({ at: Instant, kits: z.int().positive().max(100).default(1) }),
  RecordLivingSituation: command({ at: Instant, situation: z.enum(livingSituations), safe: z.boolean().optional() }),
};

export const personFreeText = {};
