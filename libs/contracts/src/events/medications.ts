import { medicationKinds, medicationSources } from '@stepway/pathway';
import { z } from 'zod';
import { DrugClass } from '../commands/drug-test-report.ts';
import { Instant, Sealed } from '../scalars.ts';
import { reason } from './event.ts';

export const medicationEvents = {
  MedicationRecorded: z.object({
    medicationId: z.string(),
    medication: z.string(),
    drugClasses: z.array(DrugClass).readonly().optional(),
    analytes: z.array(z.string()).readonly().optional(),
    kind: z.enum(medicationKinds),
    scheduled: z.boolean(),
    expectedPresence: z.boolean().optional(),
    source: z.enum(medicationSources).optional(),
    from: Instant,
    to: Instant.optional(),
    ...reason,
  }),
  MedicationEnded: z.object({ medicationId: z.string(), at: Instant, ...reason }),
  MissedDosesRecorded: z.object({
    medicationId: z.string(),
    from: Instant,
    to: Instant.optional(),
    doses: z.int(),
    ...reason,
  }),
  MedicationContinuityArranged: z.object({
    medicationId: z.string(),
    nextDoseAt: Instant,
    place: Sealed.optional(),
    ...reason,
  }),
};
