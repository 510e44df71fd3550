import { arrestCounts, employments, followUpContacts, livingArrangements, selfHelpAttendances } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { command } from './command.ts';

/** National Outcome Measures in the words of TEDS; left out = not asked. */
export const followUpOutcomes = {
  abstinentReported: z.boolean().optional(),
  abstinentTested: z.boolean().optional(),
  housing: z.enum(livingArrangements).optional(),
  employment: z.enum(employments).optional(),
  arrests: z.enum(arrestCounts).optional(),
  selfHelp: z.enum(selfHelpAttendances).optional(),
};

export const followUpBodies = {
  RecordFollowUp: command({
    point: z.int().positive(),
    contactedAt: Instant,
    contact: z.enum(followUpContacts),
    ...followUpOutcomes,
  }),
};

export const followUpFreeText = {};
