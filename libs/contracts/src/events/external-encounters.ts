import { externalEncounterKinds } from '@stepway/pathway';
import { z } from 'zod';
import { DrugClass } from '../commands/drug-test-report.ts';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

const drug = z.object({ medication: z.string(), drugClasses: z.array(DrugClass).readonly().optional() });
/** What a list may be once it is on record: an empty one says the same as `none`. */
export const drugsGivenSaid = z.union([z.array(drug).readonly(), z.literal('none')]);

export const externalEncounterEvents = {
  ExternalEncounterRecorded: z.object({
    encounterId: z.string(),
    kind: z.enum(externalEncounterKinds),
    from: Instant,
    to: Instant.optional(),
    drugsGiven: drugsGivenSaid.optional(),
    ...reason,
  }),
};
