import { medicationKinds, medicationSources } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, FreeText, Instant } from '../scalars.ts';
import { command } from './command.ts';
import { DrugClass } from './drug-test-report.ts';

export const medicationBodies = {
  RecordMedication: command({
    medicationId: CallerId,
    medication: Code,
    drugClasses: z.array(DrugClass).min(1).readonly().optional(),
    analytes: z.array(z.string().min(1).max(64)).min(1).max(50).readonly().optional(),
    kind: z.enum(medicationKinds),
    scheduled: z.boolean().default(true),
    expectedPresence: z.boolean().optional(),
    source: z.enum(medicationSources).optional(),
    from: Instant,
    to: Instant.optional(),
  }),
  EndMedication: command({ medicationId: CallerId, at: Instant }),
  RecordMissedDoses: command({
    medicationId: CallerId,
    from: Instant,
    to: Instant.optional(),
    doses: z.int().min(1).max(1000).default(1),
  }),
  ArrangeMedicationContinuity: command({ medicationId: CallerId, nextDoseAt: Instant, place: FreeText.optional() }),
};

export const medicationFreeText = {
  ArrangeMedicationContinuity: ['place'],
};
