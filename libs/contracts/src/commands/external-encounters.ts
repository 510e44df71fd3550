import { externalEncounterKinds } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant } from '../scalars.ts';
import { command } from './command.ts';
import { DrugClass } from './drug-test-report.ts';

const drug = z.strictObject({ medication: Code, drugClasses: z.array(DrugClass).min(1).readonly().optional() });

/** Codes of the formulary, or `other` with its classes. */
export const DrugsGiven = z
  .union([z.array(drug).min(1).max(100).readonly(), z.literal('none')])
  .meta({ description: 'absent = not known yet' });

export const externalEncounterBodies = {
  RecordExternalEncounter: command({
    encounterId: CallerId,
    kind: z.enum(externalEncounterKinds),
    from: Instant,
    to: Instant.optional(),
    drugsGiven: DrugsGiven.optional(),
  }),
};

export const externalEncounterFreeText = {};
